// Comments: offers colleagues behind an @, sends with Ctrl+Enter, and begins to write where one opens them.
// Without this script they are forms like any other.
const status = (text) => { document.getElementById("status").textContent = text; };

/** The mention that is being typed before the cursor, or null. */
function typedMention(box) {
  const before = box.value.slice(0, box.selectionStart);
  const found = /(?:^|[\s(])@([\p{L}\p{N}._-]{0,64})$/u.exec(before);
  return found && { text: found[1], start: box.selectionStart - found[1].length };
}

const listOf = (box) => box.form.querySelector(".colleagues");

function close(box) {
  listOf(box)?.remove();
  box.removeAttribute("aria-activedescendant");
  box.removeAttribute("aria-controls");
}

function choose(box, option) {
  const mention = typedMention(box);
  if (mention) box.setRangeText(option.dataset.login + " ", mention.start, box.selectionStart, "end");
  close(box);
  box.focus();
}

function select(box, option) {
  for (const other of listOf(box).children) other.setAttribute("aria-selected", String(other === option));
  box.setAttribute("aria-activedescendant", option.id);
}

function show(box, people) {
  close(box);
  status(people.length === 0 ? box.dataset.none : box.dataset.some.replace("#", people.length));
  if (people.length === 0) return;
  const list = document.createElement("ul");
  list.className = "colleagues";
  list.id = box.id + "-colleagues";
  list.setAttribute("role", "listbox");
  people.forEach((person, index) => {
    const option = document.createElement("li");
    option.id = list.id + "-" + index;
    option.setAttribute("role", "option");
    option.dataset.login = person.login;
    option.textContent = person.name + " @" + person.login;
    option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(box, option); });
    list.append(option);
  });
  box.after(list);
  list.style.insetBlockStart = box.offsetTop + box.offsetHeight + "px";
  box.setAttribute("aria-controls", list.id);
  select(box, list.firstElementChild);
}

let asked = 0;
async function offer(box) {
  const mention = typedMention(box);
  const turn = ++asked;
  if (!mention) return close(box);
  const answer = await fetch(box.dataset.colleagues + "?q=" + encodeURIComponent(mention.text)).catch(() => null);
  if (!answer?.ok || turn !== asked) return;
  const { colleagues } = await answer.json();
  if (turn === asked && document.activeElement === box) show(box, colleagues);
}

function stepTo(box, step) {
  const all = [...listOf(box).children];
  const present = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
  select(box, all[(present + step + all.length) % all.length]);
}

const inBox = (event) => event.target.closest?.("textarea[data-colleagues]");

document.addEventListener("input", (event) => {
  const box = inBox(event);
  if (box) offer(box);
});

document.addEventListener("keydown", (event) => {
  const box = inBox(event);
  if (!box) return;
  const list = listOf(box);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) box.form.requestSubmit();
  else if (list && event.key === "ArrowDown") stepTo(box, 1);
  else if (list && event.key === "ArrowUp") stepTo(box, -1);
  else if (list && (event.key === "Enter" || event.key === "Tab")) choose(box, list.querySelector("[aria-selected='true']"));
  else if (list && event.key === "Escape") close(box);
  else return;
  event.preventDefault();
  event.stopPropagation();
}, true);

document.addEventListener("focusout", (event) => {
  const box = inBox(event);
  if (box) close(box);
});

document.body.addEventListener("htmx:afterSettle", (event) => {
  const opened = event.target.closest?.(".talk");
  if (opened) opened.querySelector(".discussion > .say textarea")?.focus();
});

window.addEventListener("beforeunload", (event) => {
  const unsaid = [...document.querySelectorAll(".say textarea")].some((box) => box.value !== box.defaultValue);
  if (unsaid) event.preventDefault();
});
document.addEventListener("submit", (event) => {
  const box = event.target.closest(".say")?.querySelector("textarea");
  if (box && !box.form.hasAttribute("hx-post")) box.defaultValue = box.value;
});
