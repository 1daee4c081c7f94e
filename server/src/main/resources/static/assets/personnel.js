// @ts-check
// The Personnel tab: a personal link goes to the clipboard, without a new page.

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("[data-copy-link]"))) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    copy(form);
  });
}

/** @param {HTMLFormElement} form */
async function copy(form) {
  const answer = fetch(form.action, {
    method: "POST",
    headers: { "X-Requested-With": "copy", Accept: "application/json" },
    body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
  }).then(async (response) => {
    if (!response.ok) throw new Error(String(response.status));
    return /** @type {string} */ ((await response.json()).link);
  });
  try {
    // written as a promise: some browsers only allow the clipboard while the click is being handled
    await navigator.clipboard.write([
      new ClipboardItem({ "text/plain": answer.then((link) => new Blob([link], { type: "text/plain" })) }),
    ]);
    tell(form.dataset.done ?? "", await answer, false);
  } catch {
    try {
      tell("", await answer, true);
    } catch {
      form.submit();
    }
  }
}

/** @param {string} text @param {string} link @param {boolean} show whether the link has to be copied by hand */
function tell(text, link, show) {
  const box = document.createElement("div");
  box.className = "alert alert-success notice";
  const icon = document.createElement("i");
  icon.className = "bi bi-link-45deg";
  icon.setAttribute("aria-hidden", "true");
  const words = document.createElement("span");
  words.textContent = text;
  box.append(icon, words);
  if (show) {
    const code = document.createElement("code");
    code.className = "secret";
    code.textContent = link;
    box.append(code);
  }
  const flash = document.getElementById("flash");
  flash?.replaceChildren(box);
  flash?.scrollIntoView({ block: "nearest" });
}
