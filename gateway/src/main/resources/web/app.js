// What every page needs beyond htmx: say so when the server cannot be reached.
const offline = () => {
  const note = document.createElement("div");
  note.className = "notice error";
  note.textContent = document.getElementById("main").dataset.offline;
  document.getElementById("notice").replaceChildren(note);
};
document.body.addEventListener("htmx:sendError", offline);
document.body.addEventListener("htmx:timeout", offline);
