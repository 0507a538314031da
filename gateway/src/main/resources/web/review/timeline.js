// The time line of subtitles: cues at their times, beside the film or recording where there is one. Without this script it is a list of links.
// What is typed shows at once; once the server has kept it, the server tells how it falls into cues.
import { editorOf } from "./review-editing.js";

const line = document.getElementById("timeline");
const player = document.querySelector("video.player, audio.player");
const ZOOM = { least: 8, usual: 60, most: 400 }; // Pixels a second.
let scale = ZOOM.usual;
let cues = [];
let current = null;
let texts = null;

const track = () => line.querySelector(".track");
const seconds = (cue, name) => Number(cue.dataset[name]) / 1000;
const segmentsOf = (cue) => cue.dataset.segments.split(" ").filter((part) => part !== "").map(Number);
const segmentOf = (index) => document.getElementById(`segment-${index}`);
const linkOf = (cue) => cue.querySelector("a");
const words = (cue) => cue.querySelector(".shown").textContent;

/** Cues that are shown while others are get a row of their own. */
function rows() {
  const ends = [];
  return cues.map((cue) => {
    const start = seconds(cue, "start");
    const free = ends.findIndex((end) => end <= start);
    const row = free < 0 ? ends.length : free;
    ends[row] = seconds(cue, "end");
    return row;
  });
}

function draw() {
  const places = rows();
  const list = line.querySelector(".cues");
  const end = Math.max(player?.duration || 0, ...cues.map((cue) => seconds(cue, "end")));
  list.style.width = `${end * scale + 40}px`;
  list.style.setProperty("--rows", Math.max(1, ...places.map((row) => row + 1)));
  list.style.setProperty("--second", `${scale}px`);
  cues.forEach((cue, i) => {
    cue.style.left = `${seconds(cue, "start") * scale}px`;
    cue.style.width = `${Math.max(6, (seconds(cue, "end") - seconds(cue, "start")) * scale - 2)}px`;
    cue.style.setProperty("--row", places[i]);
  });
}

/** Keeps what is in the middle where it is. */
function zoom(factor) {
  const view = track();
  const middle = (view.scrollLeft + view.clientWidth / 2) / scale;
  scale = Math.min(ZOOM.most, Math.max(ZOOM.least, scale * factor));
  draw();
  view.scrollLeft = middle * scale - view.clientWidth / 2;
}

function fit() {
  const end = Math.max(1, ...cues.map((cue) => seconds(cue, "end")));
  scale = Math.max(ZOOM.least / 4, (track().clientWidth - 40) / end);
  draw();
}

/** The film shows the texts itself, full screen too; a recording has them in a line of its own. */
function caption() {
  if (player?.tagName !== "VIDEO") return;
  texts ??= player.addTextTrack("subtitles", line.dataset.label, line.dataset.language);
  texts.mode = "showing";
  [...(texts.cues ?? [])].forEach((cue) => texts.removeCue(cue));
  for (const cue of cues) {
    const shown = new VTTCue(seconds(cue, "start"), seconds(cue, "end"), "");
    shown.text = plain(words(cue));
    shown.id = cue.dataset.number;
    texts.addCue(shown);
  }
}

const plain = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

function mark(cue) {
  if (cue === current) return;
  current?.classList.remove("now");
  current = cue;
  cues.forEach((other) => { linkOf(other).tabIndex = other === (cue ?? cues[0]) ? 0 : -1; });
  line.querySelector(".caption").textContent = cue ? words(cue) : "";
  if (!cue) return;
  cue.classList.add("now");
  const view = track();
  const isSeen = cue.offsetLeft >= view.scrollLeft && cue.offsetLeft + Math.min(cue.offsetWidth, view.clientWidth) <= view.scrollLeft + view.clientWidth;
  if (!isSeen) view.scrollLeft = cue.offsetLeft - view.clientWidth / 4;
}

const at = (time) => cues.find((cue) => seconds(cue, "start") <= time && time < seconds(cue, "end"));

function follow() {
  line.querySelector(".head").style.left = `${player.currentTime * scale}px`;
  mark(at(player.currentTime) ?? null);
  if (!player.paused) requestAnimationFrame(follow);
}

/** To the segment of a cue, and the film to its beginning. */
function open(cue) {
  mark(cue);
  if (player) player.currentTime = seconds(cue, "start");
  const segment = segmentOf(segmentsOf(cue)[0]);
  if (!segment) return false;
  const place = editorOf(segment) ?? segment.querySelector(".number");
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
  return true;
}

function play(cue) {
  if (!player || !cue) return;
  if (!player.paused) {
    player.pause();
    return;
  }
  player.currentTime = seconds(cue, "start");
  player.play();
}

const cueOf = (segment) => cues.find((cue) => segmentsOf(cue).includes(Number(segment.id.slice("segment-".length))));

/** Divides a text among cues by what they have now, at spaces; none may stay without a word that had one. */
function divided(text, group) {
  const flowing = text.replace(/‹\/?\d+\/?›/g, "").trim();
  if (group.length === 1) return [flowing];
  const all = group.map((cue) => words(cue).length);
  const whole = all.reduce((sum, length) => sum + length, 0) || group.length;
  const parts = [];
  let from = 0;
  let share = 0;
  for (let i = 0; i < group.length - 1; i++) {
    share += all[i] / whole;
    const ideal = Math.round(flowing.length * share);
    const space = flowing.indexOf(" ", ideal);
    const to = space < 0 ? flowing.length : space;
    parts.push(flowing.slice(from, Math.max(from, to)).trim());
    from = Math.max(from, to);
  }
  return [...parts, flowing.slice(from).trim()];
}

/** Characters that take room, as the checks count them. */
const length = (text) => [...text.normalize("NFC")].filter((letter) => !/[\p{M}\p{Cf}]/u.test(letter)).length;

function say(cue, text) {
  if (text === words(cue)) return;
  cue.querySelector(".shown").textContent = text;
  const speed = length(text.replace(/\n/g, " ")) / Math.max(0.001, seconds(cue, "end") - seconds(cue, "start"));
  cue.querySelector(".speed").textContent = line.querySelector(".timeline").dataset.speed.replace("#", Math.round(speed));
  cue.classList.toggle("too-fast", speed > Number(line.querySelector(".timeline").dataset.most));
  cue.classList.toggle("fast", speed > Number(line.querySelector(".timeline").dataset.fast));
  if (cue === current) line.querySelector(".caption").textContent = text;
  const shown = [...(texts?.cues ?? [])].find((one) => one.id === cue.dataset.number);
  if (shown) shown.text = plain(text);
}

/** Every cue and segment that hangs together with one segment. */
function group(index) {
  const segments = new Set([index]);
  const found = new Set();
  for (let size = -1; size !== found.size + segments.size;) {
    size = found.size + segments.size;
    for (const cue of cues) {
      const own = segmentsOf(cue);
      if (own.some((segment) => segments.has(segment))) {
        found.add(cue);
        own.forEach((segment) => segments.add(segment));
      }
    }
  }
  return { found: cues.filter((cue) => found.has(cue)), segments: [...segments].sort((a, b) => a - b) };
}

function typed(editor) {
  const { found, segments } = group(Number(editor.id.slice("text-".length)));
  const editors = segments.map((segment) => document.getElementById(`text-${segment}`));
  if (found.length === 0 || editors.some((other) => !other)) return; // Part of it is on another page.
  divided(editors.map((other) => other.value).join(" "), found).forEach((text, i) => say(found[i], text));
}

const again = () => htmx.trigger(line, "again");

function attach() {
  const number = current?.dataset.number;
  const left = track()?.scrollLeft;
  cues = [...line.querySelectorAll(".cue")];
  if (cues.length === 0) return;
  line.querySelector(".line-tools").hidden = false;
  line.querySelector(".timeline").classList.add("drawn");
  current = null;
  draw();
  caption();
  track().scrollLeft = left ?? 0;
  mark(cues.find((cue) => cue.dataset.number === number) ?? null);
  linkOf(current ?? cues[0]).tabIndex = 0;
  if (player) follow();
}

line.addEventListener("htmx:afterSwap", attach);
line.addEventListener("click", (event) => {
  const step = event.target.closest("[data-zoom]")?.dataset.zoom;
  if (step === "fit") fit(); else if (step) zoom(step === "in" ? 1.5 : 1 / 1.5);
  const cue = event.target.closest(".cue");
  if (cue && !event.ctrlKey && !event.metaKey && open(cue)) event.preventDefault();
});
line.addEventListener("keydown", (event) => {
  const cue = event.target.closest(".cue");
  if (!cue || event.ctrlKey || event.altKey || event.metaKey) return;
  const place = cues.indexOf(cue);
  const to = { ArrowRight: cues[place + 1], ArrowLeft: cues[place - 1], Home: cues[0], End: cues.at(-1) }[event.key];
  if (to) {
    mark(to);
    linkOf(to).focus({ preventScroll: true });
    if (player?.paused) player.currentTime = seconds(to, "start");
  } else if (event.key === " ") play(cue);
  else if (event.key === "+") zoom(1.5);
  else if (event.key === "-") zoom(1 / 1.5);
  else return;
  event.preventDefault();
});
document.addEventListener("focusin", (event) => {
  const segment = event.target.matches(".editor textarea") && event.target.closest(".segment");
  const cue = segment && cueOf(segment);
  if (!cue) return;
  if (player?.paused && !segmentsOf(at(player.currentTime) ?? cue).includes(segmentsOf(cue)[0])) player.currentTime = seconds(cue, "start");
  if (!player || player.paused) mark(cue);
});
document.addEventListener("input", (event) => { if (event.target.matches(".editor textarea")) typed(event.target); });
document.addEventListener("kept", again);
document.addEventListener("play-segment", (event) => play(cueOf(event.target.closest(".segment"))));
document.body.addEventListener("htmx:afterSettle", (event) => { if (event.target.matches?.(".segment")) again(); });
player?.addEventListener("play", follow);
player?.addEventListener("seeked", follow);
player?.addEventListener("loadedmetadata", () => { if (cues.length > 0) draw(); });
