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

const typedSelection = (editor) => editor.value.slice(editor.selectionStart, editor.selectionEnd).trim();
const shownSelection = () => String(getSelection()).trim();

/** What has been made of the selected words before; without any, the page with a field for them. */
function lookUp(segment) {
  const link = segment.querySelector("[data-concordance]");
  const words = typedSelection(editorOf(segment)) || shownSelection();
  if (words === "") location.assign(link.href);
  else htmx.ajax("GET", link.getAttribute("href") + "?q=" + encodeURIComponent(words.slice(0, 200)), { target: segment.querySelector(".memory-matches"), swap: "innerHTML" });
}

/** The form for a new name, in a window of its own, with what is selected in the source and in the translation. */
function proposeName(segment) {
  const link = segment.querySelector("[data-new-name]");
  const [source, target] = link.dataset.newName.split(" ");
  const query = new URLSearchParams({ [source]: shownSelection(), [target]: typedSelection(editorOf(segment)) });
  window.open(link.getAttribute("href") + "?" + query, "_blank", "noopener");
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-concordance], [data-new-name]");
  const segment = link && segmentOf(link);
  if (!segment || !editorOf(segment)) return;
  event.preventDefault();
  if (link.matches("[data-concordance]")) lookUp(segment); else proposeName(segment);
});

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
  "alternatives": (editor) => open(segmentOf(editor), "alternatives"),
  "concordance": (editor) => lookUp(segmentOf(editor)),
  "new-name": (editor) => proposeName(segmentOf(editor)),
  "comment": (editor) => offer(editor, "[data-comment]"),
  "play": (editor) => editor.dispatchEvent(new Event("play-segment", { bubbles: true })),
  "issue": (editor) => offer(editor, "[data-annotate]"),
};

/** What leads from the rest of the page into the text, and to which segment. */
const entrances = { "next": ".segment", "confirm-unread": UNREAD, "next-finding": ".has-error, .has-warning" };

/** Opens the first decision that there is, and stands where Enter takes it. What is being saved is waited for, as it belongs to the decision. */
function decide() {
  if (document.querySelector(".segments .htmx-request, .segments.htmx-request")) {
    document.body.addEventListener("htmx:afterSettle", decide, { once: true });
    return;
  }
  const decision = document.querySelector("#bar .decision");
  if (!decision) return;
  decision.open = true;
  (decision.querySelector("textarea:required, form button") ?? decision.querySelector("form a")).focus();
}

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
  else if (action === "decide") decide();
  else if (action === "confirm-matched") document.querySelector("#matched button")?.click();
  else if (action && editor) actions[action](editor);
  else if (entrances[action]) moveTo(null, entrances[action]);
  else if (event.key === "?" && !event.target.matches("input, textarea, select")) help.togglePopover();
  else if (event.key === "Escape") return closeTips();
  else return;
  event.preventDefault();
});
