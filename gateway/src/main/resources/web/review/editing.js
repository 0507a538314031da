// The editors of a text, and what moves between them.
export const segmentOf = (element) => element.closest(".segment");
export const editorOf = (segment) => segment.querySelector(".editor textarea");
const editors = () => [...document.querySelectorAll(".editor textarea")];

/** The text that the server has; an editor may open with one that it has not. */
export const saved = (editor) => editor.dataset.saved ?? editor.defaultValue;

/** Shows what is typed in the text's own size, and that it is not confirmed yet. */
export function typed(editor) {
  const backdrop = editor.previousElementSibling;
  backdrop.textContent = editor.value + " "; // Marks no longer fit the text.
  const dirty = editor.value !== saved(editor);
  const button = editor.form.querySelector(".save button");
  segmentOf(editor).classList.toggle("dirty", dirty);
  button.textContent = dirty ? button.dataset.save : button.dataset.confirm;
}

/** Puts a text into an editor as if it had been typed, so that whoever listens hears of it. */
export function put(editor, text, start = 0, end = editor.value.length) {
  editor.focus();
  editor.setRangeText(text, start, end, "end");
  editor.dispatchEvent(new Event("input", { bubbles: true }));
}

function goTo(editor) {
  if (!editor) return;
  editor.focus();
  editor.setSelectionRange(0, 0);
  segmentOf(editor).scrollIntoView({ block: "nearest" });
}

export function move(editor, step) {
  const all = editors();
  goTo(all[all.indexOf(editor) + step]);
}

/** Goes to the first editor below whose segment fits. */
export function moveTo(editor, css) {
  const all = editors();
  goTo(all.slice(all.indexOf(editor) + 1).find((next) => segmentOf(next).matches(css)));
}

/** The words of the source as they are, without the explanations of names. */
export function sourceText(segment) {
  const copy = segment.querySelector(".source").cloneNode(true);
  copy.querySelectorAll(".tip").forEach((tip) => tip.remove());
  return copy.textContent.trim();
}

/** Puts an official name where the finding points, or where the cursor is. */
export function insert(button) {
  const editor = editorOf(segmentOf(button));
  const known = Number(button.dataset.start) >= 0 && editor.value === editor.defaultValue;
  const start = known ? Number(button.dataset.start) : editor.selectionStart;
  const end = known ? Number(button.dataset.end) : editor.selectionEnd;
  put(editor, button.dataset.text, start, end);
}
