// @ts-check
// The board: pick up an activity by mouse, touch or keyboard; every slot then shows whether it is legal and what it costs.
// The server answers once for each pick-up; this script only colours, and sends the drop as a form.

/**
 * @typedef {{activity: string, day: number, slot: number, duration: number, weeks: string, room: string | null, staff: object[]}} Place
 * @typedef {{place: Place, roomName: string, look: "here" | "better" | "even" | "worse" | "illegal", change: number, reasons: string[]}} Cell
 * @typedef {{version: number, activity: string, name: string, cells: Cell[]}} Choices
 */

const board = /** @type {HTMLElement | null} */ (document.getElementById("board"));
for (const select of document.querySelectorAll("select[data-submit]")) {
  select.addEventListener("change", () => /** @type {HTMLSelectElement} */ (select).form?.requestSubmit());
}
if (board) start(board);

/** @param {HTMLElement} board */
function start(board) {
  const overlay = /** @type {HTMLElement} */ (board.querySelector("[data-overlay]"));
  const bar = /** @type {HTMLElement} */ (board.querySelector("[data-bar]"));
  const say = /** @type {HTMLElement} */ (board.querySelector("[data-say]"));
  const table = /** @type {HTMLTableElement} */ (board.querySelector("table.week"));
  const words = board.dataset;
  /** @type {HTMLElement | null} */ let lifted = null;
  /** @type {Choices | null} */ let choices = null;
  /** @type {AbortController | null} */ let asking = null;

  const tell = (/** @type {string} */ text) => { say.textContent = text; };
  const fill = (/** @type {string | undefined} */ text, /** @type {string[]} */ ...values) =>
    (text ?? "").replace(/\{(\d)\}/g, (_, n) => values[Number(n)] ?? "");

  watch(board);
  const pinned = new Set((words.pinned ?? "").split(" ").filter(Boolean));
  for (const card of cards()) {
    if (pinned.has(card.dataset.activity ?? "")) card.prepend(pin());
  }
  if (!board.dataset.editable) return;

  for (const card of cards()) {
    card.tabIndex = 0;
    card.setAttribute("role", "button");
    card.setAttribute("aria-label", fill(words.sayMove, title(card)));
  }

  board.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const card = /** @type {HTMLElement | null} */ (target.closest("[data-activity]"));
    if (!card || dragged) return;
    if (card instanceof HTMLAnchorElement && isNarrow()) return;
    event.preventDefault();
    pick(card);
  });
  board.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if ((event.key === "Enter" || event.key === " ") && target.matches(".event[data-activity]")) {
      event.preventDefault();
      pick(target);
    } else if (event.key === "Escape" && lifted) {
      cancel();
    } else if (target.matches(".board-slot") && event.key.startsWith("Arrow")) {
      event.preventDefault();
      walk(target, event.key);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || isTyping(event.target)) return;
    const button = /** @type {HTMLButtonElement | null} */ (board.querySelector(`[data-key="${event.shiftKey ? "redo" : "undo"}"]`));
    if (button && !button.disabled) { event.preventDefault(); button.click(); }
  });
  board.querySelector("[data-bar-cancel]")?.addEventListener("click", cancel);

  // ---- dragging: picking up happens on the first few pixels, dropping on a slot of the overlay
  /** @type {{card: HTMLElement, x: number, y: number} | null} */ let press = null;
  let dragged = false;
  board.addEventListener("pointerdown", (event) => {
    dragged = false;
    const card = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(".event[data-activity]"));
    if (card && event.button === 0 && event.pointerType === "mouse") press = { card, x: event.clientX, y: event.clientY };
  });
  addEventListener("pointermove", (event) => {
    if (press && !dragged && Math.hypot(event.clientX - press.x, event.clientY - press.y) > 6) {
      dragged = true;
      getSelection()?.removeAllRanges();
      pick(press.card);
    }
    if (dragged) mark(slotAt(event.clientX, event.clientY));
  });
  addEventListener("pointerup", (event) => {
    const over = dragged ? slotAt(event.clientX, event.clientY) : null;
    press = null;
    if (over) over.click();
    setTimeout(() => { dragged = false; }, 0);
  });
  board.addEventListener("dragstart", (event) => event.preventDefault());

  function cards() {
    return /** @type {NodeListOf<HTMLElement>} */ (board.querySelectorAll(".event[data-activity]"));
  }
  function isNarrow() { return getComputedStyle(table).display === "none"; }
  /** @param {EventTarget | null} target */
  function isTyping(target) { return target instanceof Element && target.matches("input, textarea, select"); }
  /** @param {Element} card */
  function title(card) { return (card.querySelector(".event-title") ?? card).textContent?.trim() ?? ""; }

  function pin() {
    const mark = document.createElement("span");
    mark.className = "board-pin";
    const icon = document.createElement("i");
    icon.className = "bi bi-pin-angle-fill";
    icon.setAttribute("aria-hidden", "true");
    mark.append(icon, " ", words.pinWord ?? "");
    return mark;
  }

  /** @param {HTMLElement} card */
  async function pick(card) {
    const activity = card.dataset.activity ?? "";
    if (isNarrow()) {
      location.assign(page(activity));
      return;
    }
    cancel(false);
    lifted = card;
    card.classList.add("board-lifted");
    bar.hidden = false;
    /** @type {HTMLElement} */ (bar.querySelector("[data-bar-text]")).textContent = title(card);
    /** @type {HTMLAnchorElement} */ (bar.querySelector("[data-bar-more]")).href = page(activity);
    tell(words.sayWait ?? "");
    asking = new AbortController();
    try {
      const answer = await fetch(`${words.api}/choices?activity=${encodeURIComponent(activity)}`,
        { headers: { Accept: "application/json" }, signal: asking.signal });
      if (answer.status === 401) { location.assign("/login"); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      choices = await answer.json();
      if (choices && String(choices.version) !== words.version) { stale(); return; }
      paint();
    } catch (fault) {
      if (/** @type {Error} */ (fault).name === "AbortError") return;
      cancel(false);
      tell(words.sayLost ?? "");
      complain(words.sayLost ?? "");
    }
  }

  /** Draws a button over each slot that the activity could have. */
  function paint() {
    if (!choices) return;
    overlay.replaceChildren();
    const origin = overlay.parentElement?.getBoundingClientRect();
    const rows = [...table.querySelectorAll("tbody tr:not(.week-pause)")].map((row) => row.querySelector("th")?.getBoundingClientRect());
    const days = new Map([...table.querySelectorAll("thead th[data-day]")].map((th) =>
      [Number(/** @type {HTMLElement} */ (th).dataset.day), th.getBoundingClientRect()]));
    let first = null;
    let legal = 0;
    for (const cell of choices.cells) {
      const day = days.get(cell.place.day);
      const top = rows[cell.place.slot - 1];
      const bottom = rows[cell.place.slot + cell.place.duration - 2];
      if (!origin || !day || !top || !bottom) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = `board-slot look-${cell.look}`;
      button.style.left = `${day.left - origin.left + 2}px`;
      button.style.top = `${top.top - origin.top + 2}px`;
      button.style.width = `${day.width - 4}px`;
      // a long activity could begin in each of its slots: only the first is a target, so that targets do not overlap
      button.style.height = `${top.height - 4}px`;
      button.tabIndex = -1;
      button.dataset.day = String(cell.place.day);
      button.dataset.slot = String(cell.place.slot);
      button.title = cell.reasons.join("\n");
      button.append(label(cell));
      if (cell.look !== "illegal" && cell.roomName) {
        const room = document.createElement("span");
        const small = document.createElement("small");
        small.textContent = cell.roomName;
        room.append(small);
        button.append(room);
      }
      button.setAttribute("aria-label", spoken(cell, day, top));
      button.addEventListener("click", () => drop(cell));
      button.addEventListener("focus", () => tell(button.getAttribute("aria-label") ?? ""));
      overlay.append(button);
      if (cell.look !== "illegal" && cell.look !== "here") { legal++; first ??= button; }
    }
    overlay.hidden = false;
    tell(fill(words.sayPicked, choices.name, String(legal)));
    const start = first ?? /** @type {HTMLElement | null} */ (overlay.querySelector("button"));
    if (start) { start.tabIndex = 0; if (!dragged) start.focus({ preventScroll: true }); }
  }

  /** @param {Cell} cell */
  function label(cell) {
    const text = document.createElement("span");
    const sign = { here: "•", better: "✓ ", even: "✓ ", worse: "✓ +", illegal: "✕" }[cell.look];
    text.textContent = cell.look === "better" || cell.look === "worse" ? sign + cell.change : sign.trim();
    return text;
  }

  /** @param {Cell} cell @param {DOMRect} day @param {DOMRect} row */
  function spoken(cell, day, row) {
    const when = `${dayName(cell.place.day)} ${rowName(cell.place.slot)}`;
    if (cell.look === "here") return fill(words.sayHere, when);
    if (cell.look === "illegal") return fill(words.sayIllegal, when, cell.reasons.join(" "));
    const cost = cell.change === 0 ? words.sayEven ?? "" : (cell.change > 0 ? "+" : "") + cell.change;
    return fill(words.sayLegal, when, cell.roomName, cost);
  }
  /** @param {number} day */
  function dayName(day) { return table.querySelector(`thead th[data-day="${day}"]`)?.textContent?.trim() ?? String(day); }
  /** @param {number} slot */
  function rowName(slot) {
    return [...table.querySelectorAll("tbody tr:not(.week-pause)")][slot - 1]?.querySelector("time")?.textContent?.trim() ?? String(slot);
  }

  /** @param {HTMLElement} from @param {string} key */
  function walk(from, key) {
    const slots = /** @type {HTMLElement[]} */ ([...overlay.querySelectorAll(".board-slot")]);
    const day = Number(from.dataset.day);
    const slot = Number(from.dataset.slot);
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
    const ahead = slots
      .map((to) => ({ to, dd: (Number(to.dataset.day) - day) * step[0], ds: (Number(to.dataset.slot) - slot) * step[1],
        off: step[0] ? Math.abs(Number(to.dataset.slot) - slot) : Math.abs(Number(to.dataset.day) - day) }))
      .filter((s) => s.dd + s.ds > 0)
      .sort((a, b) => a.off * 100 + a.dd + a.ds - (b.off * 100 + b.dd + b.ds));
    const next = ahead[0]?.to;
    if (next) { from.tabIndex = -1; next.tabIndex = 0; next.focus(); }
  }

  /** @param {Cell} cell */
  function drop(cell) {
    if (cell.look === "here") { cancel(); return; }
    if (cell.look === "illegal") {
      location.assign(page(cell.place.activity) + `&day=${cell.place.day}&slot=${cell.place.slot}`);
      return;
    }
    const form = document.createElement("form");
    form.method = "post";
    form.action = words.edit ?? "";
    const headers = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}");
    const fields = { version: words.version ?? "", places: JSON.stringify([cell.place]), by: words.by ?? "", of: words.of ?? "",
      _csrf: String(Object.values(headers)[0] ?? "") };
    for (const [name, value] of Object.entries(fields)) {
      const input = document.createElement("input");
      input.type = "hidden";
      input.name = name;
      input.value = value;
      form.append(input);
    }
    board.append(form);
    overlay.hidden = true;
    form.submit();
  }

  /** @param {boolean} [aloud] */
  function cancel(aloud = true) {
    asking?.abort();
    asking = null;
    choices = null;
    overlay.hidden = true;
    overlay.replaceChildren();
    bar.hidden = true;
    const card = lifted;
    lifted = null;
    card?.classList.remove("board-lifted");
    if (aloud !== false && card) {
      tell(words.sayCancelled ?? "");
      card.focus();
    }
  }

  /** @param {number} x @param {number} y */
  function slotAt(x, y) {
    return /** @type {HTMLElement | null} */ (document.elementsFromPoint(x, y).find((e) => e.matches(".board-slot")) ?? null);
  }
  /** @param {HTMLElement | null} slot */
  function mark(slot) {
    for (const other of overlay.querySelectorAll(".board-over")) if (other !== slot) other.classList.remove("board-over");
    slot?.classList.add("board-over");
  }
  /** @param {string} activity */
  function page(activity) { return `${words.activityPage}&activity=${encodeURIComponent(activity)}`; }
  function stale() {
    cancel(false);
    /** @type {HTMLElement} */ (board.querySelector("[data-stale]")).hidden = false;
    tell(words.sayStale ?? "");
  }
  addEventListener("resize", () => { if (!overlay.hidden) paint(); });
}

/** @param {string} text */
function complain(text) {
  const box = document.createElement("div");
  box.className = "alert alert-danger notice";
  box.textContent = text;
  document.getElementById("flash")?.replaceChildren(box);
}

/**
 * Asks now and then whether somebody else has changed the timetable; if nothing is picked up, the page shows it at once.
 * @param {HTMLElement} board
 */
function watch(board) {
  const EVERY_MS = 1500;
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(`${board.dataset.api}/version`, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const { version } = await answer.json();
      if (String(version) === board.dataset.version) return;
      const busy = !/** @type {HTMLElement} */ (board.querySelector("[data-bar]")).hidden;
      if (busy) /** @type {HTMLElement} */ (board.querySelector("[data-stale]")).hidden = false;
      else location.reload();
    } catch { /* the next try may do better */ }
  }, EVERY_MS);
}
