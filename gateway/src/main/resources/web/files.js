// Several files at once: chosen or dropped, shown with their sizes, taken back one by one. One that is too large or of another kind is
// refused before it is sent; the others stay.
const input = () => document.getElementById("file");
const texts = () => input().dataset;
let chosen = [];

const isKnown = (file) => input().accept.split(",").some((kind) => file.name.toLowerCase().endsWith(kind) || file.type === kind);
const isSame = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
const bytes = (files) => files.reduce((sum, file) => sum + file.size, 0);

/** Why a file does not go along with those that are chosen; empty when it does. */
function refusal(file) {
  if (!isKnown(file)) return texts().unknown;
  if (bytes(chosen) + file.size > Number(texts().most)) return texts().tooLarge;
  return chosen.length < Number(texts().files) ? "" : texts().tooMany;
}

function add(files) {
  const refused = [];
  for (const file of files) {
    const reason = refusal(file);
    if (reason !== "") refused.push(`${file.name}: ${reason}`);
    else if (!chosen.some((other) => isSame(file, other))) chosen.push(file);
  }
  say(refused);
  put();
}

function say(refused) {
  document.getElementById("file-refused").replaceChildren(...refused.map((text) => {
    const note = document.createElement("p");
    note.className = "problem";
    note.textContent = text;
    return note;
  }));
}

/** Gives the field exactly the chosen files. */
function put() {
  const transfer = new DataTransfer();
  chosen.forEach((file) => transfer.items.add(file));
  input().files = transfer.files;
  show();
}

const size = (count) => (count < 1 << 20 ? `${Math.ceil(count / 1024)} KB` : `${(count / (1 << 20)).toFixed(1)} MB`);

function line(file) {
  const item = document.createElement("li");
  const remove = document.createElement("button");
  remove.type = "button";
  remove.className = "link";
  remove.textContent = texts().remove;
  remove.setAttribute("aria-label", `${texts().remove}: ${file.name}`);
  remove.addEventListener("click", () => {
    chosen = chosen.filter((other) => other !== file);
    put();
    input().focus();
  });
  item.append(`${file.name} · ${size(file.size)} `, remove);
  return item;
}

/** Whether they belong together is a question for two or more. */
function show() {
  document.getElementById("chosen").replaceChildren(...chosen.map(line));
  document.getElementById("together-field").hidden = chosen.length < 2;
}

document.addEventListener("change", (event) => { if (event.target === input()) add(input().files); });

const formOf = (event) => event.target.closest?.("form.submit");
document.addEventListener("dragover", (event) => {
  const form = formOf(event);
  if (!form || !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  const form = formOf(event);
  if (form && !form.contains(event.relatedTarget)) form.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  const form = formOf(event);
  form?.classList.remove("dropping");
  if (!form || event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  add(event.dataTransfer.files);
});

/** The form comes back with what has to be mended: with the files in it, unless some were taken in. */
document.body.addEventListener("htmx:afterSettle", () => {
  chosen = [...input().files];
  show();
});
chosen = [...input().files]; // A browser that comes back to the page may have kept them.
show();
