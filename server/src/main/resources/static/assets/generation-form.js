// @ts-check
// The form works without this; here the choices that can't go together are hidden.

const form = document.querySelector("[data-generation-form]");
if (form instanceof HTMLFormElement) {
  const department = /** @type {HTMLSelectElement} */ (form.elements.namedItem("department_id"));
  const batch = /** @type {HTMLSelectElement} */ (form.elements.namedItem("batch_id"));
  const semester = /** @type {HTMLSelectElement} */ (form.elements.namedItem("semester"));

  /** Only batches of the department, only semesters that its batches are in. */
  const narrow = () => {
    const semesters = new Set();
    for (const group of batch.querySelectorAll("optgroup")) {
      const own = group.dataset.department === department.value;
      group.hidden = !own;
      group.disabled = !own;
      for (const option of group.querySelectorAll("option")) {
        if (own) {
          semesters.add(option.dataset.semester);
        } else if (option.selected) {
          batch.value = "";
        }
      }
    }
    const chosen = batch.selectedOptions[0]?.dataset.semester;
    for (const option of semester.options) {
      const possible = option.value === "" || (chosen ? option.value === chosen : semesters.has(option.value));
      option.hidden = !possible;
      option.disabled = !possible;
      if (!possible && option.selected) {
        semester.value = "";
      }
    }
  };

  department.addEventListener("change", narrow);
  batch.addEventListener("change", narrow);
  narrow();
}
