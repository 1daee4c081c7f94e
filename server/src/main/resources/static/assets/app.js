// @ts-check
// What every page does: the theme button, and telling when an htmx request did not work.

const root = document.documentElement;

for (const button of document.querySelectorAll("[data-theme-toggle]")) {
  button.addEventListener("click", () => {
    const next = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    root.setAttribute("data-bs-theme", next);
    try { localStorage.setItem("theme", next); } catch { /* the choice lasts for this page only */ }
  });
}

/** @param {string} text */
function complain(text) {
  const box = document.createElement("div");
  box.className = "alert alert-danger notice";
  const icon = document.createElement("i");
  icon.className = "bi bi-exclamation-triangle";
  icon.setAttribute("aria-hidden", "true");
  box.append(icon, " ", text);
  document.getElementById("flash")?.replaceChildren(box);
}

document.body.addEventListener("htmx:responseError", (event) => {
  const request = /** @type {CustomEvent<{xhr: XMLHttpRequest}>} */ (event).detail.xhr;
  if (request.status === 401) {
    location.assign("/login");
    return;
  }
  let text = request.statusText || String(request.status);
  try { text = JSON.parse(request.responseText).detail ?? text; } catch { /* not a problem document */ }
  complain(text);
});
document.body.addEventListener("htmx:sendError", () => complain("The server does not answer. Try again in a moment."));
