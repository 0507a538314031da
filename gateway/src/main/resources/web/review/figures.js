// Numbers that belong together: the one under the pointer or the cursor shows its counterpart on the other side.
const figureAt = (event) => {
  if (!event.target.matches?.(".editor textarea")) return event.target.closest?.(".figure");
  return document.elementsFromPoint(event.clientX, event.clientY).find((element) => element.closest(".backdrop .figure"))?.closest(".figure");
};

function startOf(figure, backdrop) {
  const before = document.createRange();
  before.setStart(backdrop, 0);
  before.setEndBefore(figure);
  return before.toString().length;
}

/** The number that the cursor stands in or at. */
function figureOfCursor(editor) {
  const backdrop = editor.previousElementSibling;
  return [...backdrop.querySelectorAll(".figure")].find((figure) => {
    const start = startOf(figure, backdrop);
    return editor.selectionStart >= start && editor.selectionStart <= start + figure.textContent.length;
  });
}

/** Shows a pair and no other; a number without a counterpart shows nothing. */
function show(figure) {
  const pair = figure?.dataset.figure ?? "-1";
  document.querySelectorAll(".figure.shown").forEach((other) => other.classList.remove("shown"));
  if (pair === "-1") return;
  figure.closest(".segment").querySelectorAll(`.figure[data-figure="${pair}"]`).forEach((one) => one.classList.add("shown"));
}

const showOfCursor = () => {
  const place = document.activeElement;
  show(place.matches(".editor textarea") ? figureOfCursor(place) : place.closest(".figure"));
};

document.addEventListener("pointermove", (event) => {
  const figure = figureAt(event);
  if (figure) show(figure); else if (document.querySelector(".figure.shown")) showOfCursor();
});
document.addEventListener("selectionchange", showOfCursor);
document.addEventListener("focusin", showOfCursor);
document.addEventListener("typed", showOfCursor);
