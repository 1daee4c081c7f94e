// @ts-check
// Timetable pages: the print button. Switching between groups is htmx's work.

document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-print]")) {
    print();
  }
});
