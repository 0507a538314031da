// While one types: how long the text is, its names, and which numbers belong together, as the server sees them. It counts, for it knows how the
// checks do. Nothing is kept by this.
import { segmentOf } from "./review-editing.js";

const PAUSE = 200;
const timers = new WeakMap();

function replace(old, fresh) {
  if (!old || old.isEqualNode(fresh) || old.contains(document.activeElement)) return;
  old.replaceWith(fresh);
  htmx.process(fresh);
}

function showLength(editor, fresh) {
  const old = editor.form.querySelector(".length");
  if (old.dataset.state !== fresh.dataset.state) document.getElementById("status").textContent = fresh.dataset.said;
  old.replaceWith(fresh);
}

async function look(editor) {
  const text = editor.value;
  const body = new URLSearchParams({ token: editor.form.elements.token.value, text });
  const answer = await fetch(editor.form.action + "/typed", { method: "POST", body, redirect: "manual", headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok || !editor.isConnected) return; // The kept copy says what is wrong.
  const seen = document.createElement("template");
  seen.innerHTML = await answer.text();
  if (editor.value !== text) return; // Typed on: the next pause asks again.
  replace(segmentOf(editor).querySelector(".source .text"), seen.content.querySelector(".source .text"));
  editor.previousElementSibling.replaceChildren(...seen.content.querySelector(".backdrop").childNodes);
  showLength(editor, seen.content.querySelector(".length"));
  editor.dispatchEvent(new Event("typed", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  if (!event.target.matches(".editor textarea")) return;
  clearTimeout(timers.get(event.target));
  timers.set(event.target, setTimeout(() => look(event.target), PAUSE));
});
