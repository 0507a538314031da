// Asks for progress when the log of the desk has something to say, instead of every two seconds. One connection for the page; while it is
// away the page asks by itself, as it does without this script. A page that nobody looks at lets go: browsers have six connections to a server.
const NEWS = ["target-created", "translation-started", "segments-translated", "translation-waiting", "target-in-review", "target-failed",
  "target-changes-requested", "target-approved", "target-rejected", "target-published", "target-superseded", "product-stale", "product-remade"];
const CALM = 500;
let source = null;
let waiting = 0;

const place = () => document.querySelector("[data-live]");
const isLive = () => source?.readyState === EventSource.OPEN;

/** Soon, and once for all that comes at the same time. */
function refresh() {
  if (waiting) return;
  waiting = setTimeout(() => {
    waiting = 0;
    if (place()) htmx.trigger(place(), "live");
  }, CALM);
}

function connect() {
  if (source || document.hidden || !place()) return;
  source = new EventSource(place().dataset.live);
  source.addEventListener("open", refresh); // What happened in between is not told.
  NEWS.forEach((type) => source.addEventListener(type, refresh));
}

function leave() {
  source?.close();
  source = null;
}

document.body.addEventListener("htmx:beforeRequest", (event) => {
  const asksByItself = event.target === place() && event.detail.requestConfig.triggeringEvent?.type !== "live";
  if (asksByItself && isLive()) event.preventDefault();
});
document.addEventListener("visibilitychange", () => (document.hidden ? leave() : connect()));
addEventListener("pagehide", leave);
addEventListener("pageshow", connect);
connect();
