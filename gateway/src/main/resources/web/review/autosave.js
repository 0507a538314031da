// Sends what is typed to the server at every pause, where it is kept for its writer until it is confirmed. Nothing stays in the browser, for
// texts may be secret and office machines are shared.
import { saved } from "./review-editing.js";

const PAUSE = 800;
const PATIENCE = [2000, 4000, 8000, 15000, 30000];
const timers = new WeakMap();
const confirming = new WeakSet();
const words = document.querySelector(".segments")?.dataset ?? {};

const say = (editor, text, state) => {
  const sync = editor.form.querySelector(".sync");
  sync.textContent = text;
  sync.className = "sync " + state;
};

function body(editor) {
  const form = new URLSearchParams();
  for (const name of ["token", "version"]) form.set(name, editor.form.elements[name].value);
  form.set("text", editor.value);
  return form;
}

const send = (editor) =>
  fetch(editor.form.action + "/working-copy", { method: "POST", body: body(editor), redirect: "manual", keepalive: true }).catch(() => ({ status: 503 }));

async function keep(editor, tries = 0) {
  const text = editor.value;
  const answer = await send(editor);
  if (!editor.isConnected || editor.value !== text) return; // Confirmed, or typed on: the next pause sends it.
  await told(editor, answer, tries);
}

async function told(editor, answer, tries) {
  if (answer.ok || answer.status === 422) {
    const { message, current, stored } = await answer.json();
    if (stored) {
      editor.dataset.kept = editor.value;
      editor.dispatchEvent(new Event("kept", { bubbles: true }));
    }
    say(editor, message, answer.ok && current ? "kept" : "warning");
  } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
    say(editor, words.signedOut, "warning");
    again(editor, PATIENCE.at(-1), tries);
  } else if (answer.status >= 500 || answer.status === 429) {
    say(editor, words.offline, "warning");
    again(editor, PATIENCE[Math.min(tries, PATIENCE.length - 1)], tries + 1);
  } else {
    say(editor, words.refused, "warning");
  }
}

function again(editor, delay, tries) {
  clearTimeout(timers.get(editor));
  if (confirming.has(editor)) return;
  timers.set(editor, setTimeout(() => keep(editor, tries), delay));
}

/** Whether something is typed that the server does not have. */
const isAtRisk = (editor) => editor.value !== saved(editor) && editor.value !== (editor.dataset.kept ?? editor.defaultValue);

document.addEventListener("input", (event) => {
  if (event.target.matches(".editor textarea")) again(event.target, PAUSE, 0);
});

/** Confirming sends the text anyway. */
document.addEventListener("htmx:beforeRequest", (event) => {
  const editor = event.target.querySelector?.(".editor textarea");
  if (!editor) return;
  clearTimeout(timers.get(editor));
  confirming.add(editor);
});

/** What could not be confirmed, whatever the reason, is kept as before. */
document.addEventListener("htmx:afterRequest", (event) => {
  const editor = event.detail.requestConfig.elt.querySelector(".editor textarea");
  if (!editor) return;
  confirming.delete(editor);
  if (editor.isConnected && !event.detail.successful) again(editor, PATIENCE[0], 0);
});

const flush = () => document.querySelectorAll(".editor textarea").forEach((editor) => { if (isAtRisk(editor)) again(editor, 0, 0); });
document.addEventListener("focusout", (event) => {
  if (event.target.matches(".editor textarea") && isAtRisk(event.target)) again(event.target, 0, 0);
});
document.addEventListener("visibilitychange", flush);
window.addEventListener("online", flush);
window.addEventListener("beforeunload", (event) => {
  const risky = [...document.querySelectorAll(".editor textarea")].filter(isAtRisk);
  risky.forEach((editor) => keep(editor));
  if (risky.length > 0) event.preventDefault();
});
