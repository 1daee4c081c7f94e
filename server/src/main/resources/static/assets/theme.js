// @ts-check
// Loaded before the styles, so that a page never flashes in the wrong theme. A choice is kept in this browser.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };
  const apply = () => document.documentElement.setAttribute("data-bs-theme", chosen() ?? (dark.matches ? "dark" : "light"));
  dark.addEventListener("change", apply);
  apply();
})();
