// @ts-check
// Copies a link: the button names the field by data-copy and what to say afterwards by data-copied.

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.addEventListener("click", async () => {
    const field = /** @type {HTMLInputElement} */ (document.querySelector(button.getAttribute("data-copy") ?? ""));
    field.select();
    await navigator.clipboard.writeText(field.value);
    const text = button.querySelector("span");
    if (text) {
      text.textContent = button.getAttribute("data-copied");
    }
  });
}
