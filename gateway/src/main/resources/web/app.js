// What every page needs beyond htmx: the present place of the menu in sight, where the menu is wider than the screen;
// and to say so when the server cannot be reached.
const menu = document.querySelector(".top nav");
const present = menu?.querySelector("[aria-current]");
if (present) menu.scrollLeft = present.offsetLeft - (menu.clientWidth - present.offsetWidth) / 2;

const offline = () => {
  const note = document.createElement("div");
  note.className = "notice error";
  note.textContent = document.getElementById("main").dataset.offline;
  document.getElementById("notice").replaceChildren(note);
};
document.body.addEventListener("htmx:sendError", offline);
document.body.addEventListener("htmx:timeout", offline);
