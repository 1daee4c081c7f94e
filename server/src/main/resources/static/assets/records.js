// @ts-check
// Lists and forms of records. Both work without this: here ticking all, counting the ticked, and painting the week.

/** @param {ParentNode} root */
function bulk(root) {
  const form = root.querySelector("[data-bulk]");
  if (!(form instanceof HTMLFormElement)) return;
  const boxes = () => [...form.querySelectorAll('input[name="codes"]')].filter((box) => box instanceof HTMLInputElement);
  const all = form.querySelector("[data-bulk-all]");
  const count = form.querySelector("[data-bulk-count]");
  const plain = count?.textContent ?? "";
  const tell = () => {
    const ticked = boxes().filter((box) => box.checked).length;
    if (count instanceof HTMLElement) count.textContent = ticked ? (count.dataset.text ?? "{0}").replace("{0}", String(ticked)) : plain;
    if (all instanceof HTMLInputElement) {
      all.checked = ticked > 0 && ticked === boxes().length;
      all.indeterminate = ticked > 0 && !all.checked;
    }
  };
  form.addEventListener("change", (event) => {
    if (event.target === all && all instanceof HTMLInputElement) for (const box of boxes()) box.checked = all.checked;
    tell();
  });
  tell();
}

/** Painting: press on a cell and drag over others; arrow keys walk, with shift they paint. @param {HTMLTableElement} table */
function weekGrid(table) {
  const rows = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("input")]);
  /** @type {boolean | null} */
  let painting = null;
  /** @param {HTMLInputElement} box @param {boolean} on */
  const paint = (box, on) => {
    if (box.checked !== on) {
      box.checked = on;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  /** @param {EventTarget | null} target */
  const boxOf = (target) => (target instanceof Element ? target.closest(".week-cell")?.querySelector("input") ?? null : null);

  table.addEventListener("pointerdown", (event) => {
    const box = boxOf(event.target);
    if (!box || box.matches(":disabled") || event.button !== 0) return;
    painting = !box.checked;
    paint(box, painting);
    box.focus();
    if (event.target instanceof Element && event.target.hasPointerCapture(event.pointerId)) event.target.releasePointerCapture(event.pointerId);
    event.preventDefault();
  });
  table.addEventListener("pointermove", (event) => {
    if (painting === null) return;
    const box = boxOf(document.elementFromPoint(event.clientX, event.clientY));
    if (box && table.contains(box)) paint(box, painting);
  });
  // the press has changed the box already: the click that follows must not change it back
  table.addEventListener("click", (event) => {
    if (event.detail > 0 && boxOf(event.target)) event.preventDefault();
  });
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { painting = null; });

  table.addEventListener("keydown", (event) => {
    const at = rows.findIndex((row) => row.some((box) => box === event.target));
    if (at < 0) return;
    const column = rows[at].findIndex((box) => box === event.target);
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const next = step && rows[at + step[0]]?.[column + step[1]];
    if (!step) return;
    event.preventDefault();
    if (next) {
      if (event.shiftKey) paint(next, rows[at][column].checked);
      next.focus();
    }
  });
}

bulk(document);
for (const table of document.querySelectorAll("[data-week-grid]")) if (table instanceof HTMLTableElement) weekGrid(table);
document.body.addEventListener("htmx:afterSwap", () => bulk(document));
