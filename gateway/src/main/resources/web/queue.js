// A text is free soon after whoever had it in hand has left; coming back takes it up again.
addEventListener("pagehide", () => {
  const claim = document.querySelector(".claim[data-leave]");
  if (!claim) return;
  const left = new URLSearchParams({ token: claim.elements.token.value });
  navigator.sendBeacon(claim.dataset.leave, left);
});

// A queue that cannot be asked again says so instead of growing old in silence.
const rows = () => document.getElementById("queue-rows");
document.body.addEventListener("htmx:responseError", (event) => {
  if (event.target !== rows()) return;
  document.getElementById("status").textContent = rows().dataset.failed;
});
