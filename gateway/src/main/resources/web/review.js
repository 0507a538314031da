// The workbench by keyboard. Without this script every segment is still a form that saves.
const segmentOf = (element) => element.closest(".segment");
const editors = () => [...document.querySelectorAll(".editor textarea")];

/** Shows what is typed in the text's own size, and that it is not saved yet. */
function typed(editor) {
  const backdrop = editor.previousElementSibling;
  backdrop.textContent = editor.value + " "; // Marks no longer fit the text.
  const dirty = editor.value !== editor.defaultValue;
  const button = editor.form.querySelector(".save button");
  segmentOf(editor).classList.toggle("dirty", dirty);
  button.textContent = dirty ? button.dataset.save : button.dataset.confirm;
}

function move(editor, step) {
  const all = editors();
  const next = all[all.indexOf(editor) + step];
  if (next) {
    next.focus();
    next.setSelectionRange(0, 0);
    segmentOf(next).scrollIntoView({ block: "nearest" });
  }
}

function confirmAndMove(editor) {
  editor.form.requestSubmit();
  move(editor, 1);
}

/** Puts an official name where the finding points, or where the cursor is. */
function insert(button) {
  const editor = segmentOf(button).querySelector(".editor textarea");
  const known = Number(button.dataset.start) >= 0 && editor.value === editor.defaultValue;
  const start = known ? Number(button.dataset.start) : editor.selectionStart;
  const end = known ? Number(button.dataset.end) : editor.selectionEnd;
  editor.setRangeText(button.dataset.text, start, end, "end");
  editor.focus();
  typed(editor);
}

/** Puts a text of the memory in place of the whole translation. */
function insertMatch(button) {
  const editor = segmentOf(button)?.querySelector(".editor textarea");
  if (!editor) return;
  editor.value = button.dataset.text;
  editor.focus();
  typed(editor);
}

function showInsertButtons(root) {
  root.querySelectorAll(".insert, .segment:has(.editor) .insert-match").forEach((button) => { button.hidden = false; });
}

document.addEventListener("input", (event) => {
  if (event.target.matches(".editor textarea")) typed(event.target);
});

document.addEventListener("keydown", (event) => {
  const editor = event.target.closest?.(".editor textarea");
  const ctrl = event.ctrlKey || event.metaKey;
  if (editor && ctrl && event.key === "Enter") confirmAndMove(editor);
  else if (editor && ctrl && event.key === "ArrowDown") move(editor, 1);
  else if (editor && ctrl && event.key === "ArrowUp") move(editor, -1);
  else if (event.key === "?" && !event.target.matches("input, textarea, select")) document.getElementById("keys").togglePopover();
  else if (event.key === "Escape") { document.body.classList.add("closed-tips"); return; }
  else return;
  event.preventDefault();
});

for (const type of ["focusin", "mouseover"]) {
  document.addEventListener(type, (event) => {
    if (event.target.closest(".official")) document.body.classList.remove("closed-tips");
  });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest(".insert");
  if (button) insert(button);
  const match = event.target.closest(".insert-match");
  if (match) insertMatch(match);
});

/** The panel of an official name opens beside the text; closing it leads back to the name. */
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "term-panel") return;
  document.body.classList.add("closed-tips");
  event.target.showPopover();
  event.target.querySelector("a.button").focus();
});

document.body.addEventListener("htmx:afterSettle", (event) => showInsertButtons(event.target.parentElement ?? document));
window.addEventListener("beforeunload", (event) => {
  if (document.querySelector(".segment.dirty")) event.preventDefault();
});
showInsertButtons(document);
