// Errors of chosen words, and how long segments have somebody's attention. The forms work without it.
const BEAT = 15; // seconds
const AWAKE = 60_000; // milliseconds

/** What is chosen in the editor of the segment goes along with the error. */
function choose(details) {
  const editor = details.closest(".segment")?.querySelector(".editor textarea");
  const saved = editor && editor.value === editor.defaultValue;
  const start = saved ? editor.selectionStart : 0;
  const end = saved ? editor.selectionEnd : 0;
  const form = details.querySelector("form");
  const chosen = form.querySelector(".chosen");
  form.elements.start.value = end > start ? start : "";
  form.elements.end.value = end > start ? end : "";
  chosen.hidden = end <= start;
  chosen.querySelector("q").textContent = end > start ? editor.value.slice(start, end) : "";
}

document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".annotate") && event.target.open) choose(event.target);
}, true);

let touched = 0;
for (const type of ["keydown", "pointermove", "pointerdown", "wheel"]) {
  document.addEventListener(type, () => { touched = Date.now(); }, { passive: true });
}

setInterval(() => {
  const segment = document.activeElement?.closest(".segment");
  const form = segment?.querySelector("form input[name=token]");
  if (!form || document.visibilityState !== "visible" || !document.hasFocus() || Date.now() - touched > AWAKE) return;
  const body = new URLSearchParams({ token: form.value, seconds: String(BEAT) });
  const index = segment.id.slice("segment-".length);
  fetch(`${location.pathname}/segments/${index}/focus`, { method: "POST", body, redirect: "manual" }).catch(() => {});
}, BEAT * 1000);
