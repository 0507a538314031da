// The workbench. Without a script every segment is still a form that saves.
import "./review-autosave.js";
import "./review-figures.js";
import "./review-keys.js";
import "./review-typed.js";
import { editorOf, insert, put, segmentOf, typed } from "./review-editing.js";

/** Puts a whole text, of the memory or of the past, in place of the translation. */
function insertMatch(button) {
  const editor = segmentOf(button) && editorOf(segmentOf(button));
  if (editor) put(editor, button.dataset.text);
}

function showInsertButtons(root) {
  root.querySelectorAll(".insert, .segment:has(.editor) .insert-match").forEach((button) => { button.hidden = false; });
}

document.addEventListener("input", (event) => {
  if (event.target.matches(".editor textarea")) typed(event.target);
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
showInsertButtons(document);
