// What the keyboard does. Which key does what stands in the help of the page and nowhere else.
import { editorOf, insert, move, moveTo, put, segmentOf, sourceText } from "./review-editing.js";

const help = document.getElementById("keys");
const bindings = new Map([...help.querySelectorAll("[data-keys]")].map((key) => [key.dataset.keys.toLowerCase(), key.dataset.action]));
const UNREAD = ".machine, .matched";

const open = (segment, what) => segment.querySelector(`[data-show="${what}"]`)?.click();
const match = (editor, number) => segmentOf(editor).querySelectorAll(".memory-matches .insert-match")[number - 1]?.click();
const save = (editor) => editor.form.requestSubmit();

/** Opens what another part of the page offers for the segment, and stands in its first field. */
function offer(editor, css) {
  const place = segmentOf(editor).querySelector(css);
  if (!place) return;
  if (place.matches("details")) place.open = true; else place.click();
  (place.querySelector("textarea, input:not([type=hidden]), select") ?? place).focus();
}

const actions = {
  "confirm": (editor) => { save(editor); move(editor, 1); },
  "confirm-unread": (editor) => { save(editor); moveTo(editor, UNREAD); },
  "next": (editor) => move(editor, 1),
  "previous": (editor) => move(editor, -1),
  "next-finding": (editor) => moveTo(editor, ".has-error, .has-warning"),
  "fix": (editor) => { const fix = segmentOf(editor).querySelector(".finding .insert"); if (fix) insert(fix); },
  "matches": (editor) => open(segmentOf(editor), "matches"),
  "match-1": (editor) => match(editor, 1),
  "match-2": (editor) => match(editor, 2),
  "match-3": (editor) => match(editor, 3),
  "copy-source": (editor) => put(editor, sourceText(segmentOf(editor))),
  "copy-machine": (editor) => { if (editor.dataset.machine) put(editor, editor.dataset.machine); },
  "history": (editor) => open(segmentOf(editor), "history"),
  "concordance": (editor) => offer(editor, "[data-concordance]"),
  "comment": (editor) => offer(editor, "[data-comment]"),
  "issue": (editor) => offer(editor, "[data-annotate]"),
};

/** As the help writes it. `code` tells the letter whatever Alt makes of it. */
function pressed(event) {
  const letter = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? event.key;
  return [event.ctrlKey || event.metaKey ? "control" : "", event.altKey ? "alt" : "", event.shiftKey ? "shift" : "", letter.toLowerCase()]
    .filter((part) => part !== "").join("+");
}

function closeTips() {
  document.body.classList.add("closed-tips");
}

document.addEventListener("keydown", (event) => {
  const action = bindings.get(pressed(event));
  const segment = segmentOf(event.target);
  const editor = segment && editorOf(segment);
  if (action === "help") help.togglePopover();
  else if (action && editor) actions[action](editor);
  else if (event.key === "?" && !event.target.matches("input, textarea, select")) help.togglePopover();
  else if (event.key === "Escape") return closeTips();
  else return;
  event.preventDefault();
});
