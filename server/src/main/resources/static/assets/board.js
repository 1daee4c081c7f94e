// @ts-check
// The board: pick up an activity by mouse, touch or keyboard; every slot then shows whether it is legal and what it costs.
// The server answers once for each pick-up; this script only colours, and sends the drop.

import { dragging } from "./board-drag.js";
import { watch } from "./board-watch.js";

/**
 * @typedef {{activity: string, day: number, slot: number, duration: number, weeks: string, room: string | null, staff: object[]}} Place
 * @typedef {{place: Place, roomName: string, look: "here" | "better" | "even" | "worse" | "illegal", change: number, effects: string[], reasons: string[]}} Cell
 * @typedef {{version: number, activity: string, name: string, cells: Cell[]}} Choices
 */

document.addEventListener("change", (event) => {
  const select = /** @type {Element} */ (event.target);
  if (select instanceof HTMLSelectElement && select.matches("[data-submit]")) select.form?.requestSubmit();
});
document.querySelector("[data-tick-all]")?.addEventListener("click", () => {
  const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("input[data-tick]")]);
  const all = boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = !all;
});
const board = /** @type {HTMLElement | null} */ (document.getElementById("board"));
if (board) start(board);

/** @param {HTMLElement} board */
function start(board) {
  // what lasts as long as the page: people listen to the one, and the other may be in somebody's hands
  const bar = /** @type {HTMLElement} */ (board.querySelector("[data-bar]"));
  const again = /** @type {HTMLElement} */ (bar.querySelector("[data-bar-again]"));
  const say = /** @type {HTMLElement} */ (board.querySelector("[data-say]"));
  /** @type {HTMLElement[]} */ let panes = [];
  const words = board.dataset;
  /** @type {HTMLElement | null} */ let lifted = null;
  /** @type {Choices | null} */ let choices = null;
  /** @type {Cell | null} */ let unsent = null;
  /** @type {AbortController | null} */ let asking = null;
  let refreshing = false;

  const tell = (/** @type {string} */ text) => { say.textContent = text; };
  const fill = (/** @type {string | undefined} */ text, /** @type {string[]} */ ...values) =>
    (text ?? "").replace(/\{(\d)\}/g, (_, n) => values[Number(n)] ?? "");

  const link = watch(board, (state) => {
    // what is on its way to the server is answered there
    if (unsent || state.version === Number(words.version)) return;
    if (!state.open) void closed("");
    // what somebody has in their hands, types, or has not read yet is not taken away from them
    else if (!bar.hidden || isTyping(document.activeElement) || !changed().hidden) changed().hidden = false;
    else void refresh();
  });
  link.onBack(() => { if (unsent) void send(unsent); });
  dress();
  mark(true);
  addEventListener("hashchange", () => mark(true));

  function changed() { return /** @type {HTMLElement} */ (board.querySelector("[data-stale]")); }

  /** Makes what the server sent usable: called again when the server has sent it anew. */
  function dress() {
    panes = [...board.querySelectorAll("[data-pane]")].map((pane) => /** @type {HTMLElement} */ (pane));
    const pinned = among(words.pinned);
    const broken = among(words.broken);
    const insisted = among(words.insisted);
    for (const card of cards()) {
      const activity = card.dataset.activity ?? "";
      if (pinned.has(activity)) card.prepend(note("pin-angle-fill", words.pinWord));
      if (broken.has(activity)) {
        card.classList.add("board-broken");
        card.prepend(note("x-octagon-fill", words.brokenWord));
      } else if (insisted.has(activity)) {
        card.classList.add("board-insisted");
        card.prepend(note("hand-index-fill", words.insistedWord));
      }
      if (!words.editable) continue;
      card.tabIndex = 0;
      card.setAttribute("role", "button");
      card.setAttribute("aria-label", fill(words.sayMove, title(card)));
    }
  }

  /** Marks the activity that the address names. @param {boolean} look whether to scroll there */
  function mark(look) {
    const wanted = new URLSearchParams(location.hash.slice(1)).get("show");
    for (const card of cards()) {
      const is = wanted !== null && card.dataset.activity === wanted;
      card.classList.toggle("board-shown", is);
      if (look && is && card.getClientRects().length > 0) card.scrollIntoView({ block: "center", inline: "center" });
    }
  }

  /**
   * Shows the timetable as it is now, in place: nobody loses where they were.
   * @param {string} [moved] the activity to look at afterwards
   */
  async function refresh(moved) {
    if (refreshing) return;
    refreshing = true;
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("board");
      if (!answer.ok || answer.redirected || !fresh) { location.reload(); return; }
      if (lifted) {
        changed().hidden = false;
        return;
      }
      replace(fresh, moved);
    } catch {
      link.lost();
    } finally {
      refreshing = false;
    }
  }

  /** @param {HTMLElement} fresh @param {string} [moved] */
  function replace(fresh, moved) {
    const focused = board.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
    const back = moved ?? focused?.closest("[data-activity]")?.getAttribute("data-activity");
    const id = focused?.id;
    const scrolled = [...board.querySelectorAll(".board-sheet")].map((sheet) => [sheet.scrollLeft, sheet.scrollTop]);
    const folded = [...board.querySelectorAll("details")]
      .map((details) => (details.querySelector("li") ? details.open : null));
    fresh.querySelector("[data-say]")?.replaceWith(say);
    fresh.querySelector("[data-bar]")?.replaceWith(bar);
    for (const { name } of [...board.attributes]) if (!fresh.hasAttribute(name)) board.removeAttribute(name);
    for (const { name, value } of fresh.attributes) board.setAttribute(name, value);
    board.replaceChildren(...fresh.childNodes);
    dress();
    link.show();
    mark(false);
    board.querySelectorAll(".board-sheet").forEach((sheet, n) => sheet.scrollTo(scrolled[n]?.[0] ?? 0, scrolled[n]?.[1] ?? 0));
    board.querySelectorAll("details").forEach((details, n) => { details.open = folded[n] ?? details.open; });
    const home = back ? [...cards()].find((card) => card.dataset.activity === back && card.getClientRects().length > 0)
      : id ? document.getElementById(id) : null;
    home?.focus({ preventScroll: moved === undefined });
  }

  /**
   * The timetable can't be edited any more: shows it as it is now, with who decided so, and says what became of a move.
   * @param {string} name of what somebody wanted to move; empty for what is picked up, if anything is
   */
  async function closed(name) {
    const hand = name || (lifted ? title(lifted) : "");
    cancel(false);
    if (hand) complain(fill(words.sayPutBack, hand));
    await refresh();
    tell([hand ? fill(words.sayPutBack, hand) : "", board.querySelector("[data-frozen]")?.textContent?.trim()].join(" "));
  }

  const drag = dragging(board, {
    pick: (card) => { void pick(card); },
    drop: (x, y) => {
      const form = /** @type {HTMLFormElement | null} */ (bar.querySelector("[data-bar-park]"));
      if (slotAt(x, y)) slotAt(x, y)?.click();
      else if (parkingAt(x, y) && form && !form.hidden) form.requestSubmit();
    },
    over: (x, y) => point(slotAt(x, y) ?? parkingAt(x, y)),
  });
  board.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const card = /** @type {HTMLElement | null} */ (target.closest("[data-activity]"));
    if (!card || !words.editable) return;
    if (drag.busy()) { event.preventDefault(); return; }
    if (card instanceof HTMLAnchorElement && isNarrow()) return;
    event.preventDefault();
    void pick(card);
  });
  board.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (!words.editable) return;
    if ((event.key === "Enter" || event.key === " ") && target.matches(".event[data-activity]")) {
      event.preventDefault();
      void pick(target);
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
  bar.querySelector("[data-bar-cancel]")?.addEventListener("click", () => cancel());
  again.addEventListener("click", () => { if (unsent) void send(unsent); });
  // a form sent without a connection would lead to the browser's own page and be lost
  board.addEventListener("submit", (event) => {
    if (link.isLost() && /** @type {HTMLFormElement} */ (event.target).method === "post") {
      event.preventDefault();
      tell(words.sayOffline ?? "");
      complain(words.sayOffline ?? "");
    }
  });

  function cards() {
    return /** @type {NodeListOf<HTMLElement>} */ (board.querySelectorAll(".event[data-activity]"));
  }
  /** @param {HTMLElement} pane */
  function tableOf(pane) { return /** @type {HTMLTableElement} */ (pane.querySelector("table.week")); }
  /** @param {HTMLElement} pane */
  function overlayOf(pane) { return /** @type {HTMLElement} */ (pane.querySelector("[data-overlay]")); }
  function isNarrow() { return getComputedStyle(tableOf(panes[0])).display === "none"; }
  /** @param {EventTarget | null} target */
  function isTyping(target) { return target instanceof Element && board.contains(target) && target.matches("input, textarea, select"); }
  /** @param {Element} card */
  function title(card) { return (card.querySelector(".event-title") ?? card).textContent?.trim() ?? ""; }

  /** @param {string | undefined} ids */
  function among(ids) { return new Set((ids ?? "").split(" ").filter(Boolean)); }
  /** A word on a card. @param {string} icon @param {string | undefined} word */
  function note(icon, word) {
    const mark = document.createElement("span");
    mark.className = "board-note";
    const sign = document.createElement("i");
    sign.className = `bi bi-${icon}`;
    sign.setAttribute("aria-hidden", "true");
    mark.append(sign, " ", word ?? "");
    return mark;
  }

  /** @param {HTMLElement} card */
  async function pick(card) {
    if (!words.editable) return;
    const activity = card.dataset.activity ?? "";
    if (isNarrow()) {
      location.assign(page(activity));
      return;
    }
    cancel(false);
    lifted = card;
    for (const same of cards()) same.classList.toggle("board-lifted", same.dataset.activity === activity);
    bar.hidden = false;
    park(activity, card.matches(".event"));
    show(title(card), activity);
    tell(words.sayWait ?? "");
    asking = new AbortController();
    const weeks = words.weeks ? `&weeks=${words.weeks}` : "";
    try {
      const answer = await fetch(`${words.api}/choices?activity=${encodeURIComponent(activity)}${weeks}`,
        { headers: { Accept: "application/json" }, signal: asking.signal });
      if (answer.status === 401) { location.assign("/login"); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      choices = await answer.json();
      if (choices && String(choices.version) !== words.version) { await behind(title(card)); return; }
      paint();
    } catch (fault) {
      if (/** @type {Error} */ (fault).name === "AbortError") return;
      cancel(false);
      tell(words.sayLost ?? "");
      complain(words.sayLost ?? "");
    }
  }

  /** Readies the way off the board. @param {string} activity @param {boolean} placed */
  function park(activity, placed) {
    const form = /** @type {HTMLFormElement | null} */ (bar.querySelector("[data-bar-park]"));
    if (!form) return;
    form.hidden = !placed;
    /** @type {HTMLInputElement} */ (form.elements.namedItem("version")).value = words.version ?? "";
    /** @type {HTMLInputElement} */ (form.elements.namedItem("activity")).value = activity;
  }

  /** @param {string} text @param {string} activity */
  function show(text, activity) {
    /** @type {HTMLElement} */ (bar.querySelector("[data-bar-text]")).textContent = text;
    /** @type {HTMLAnchorElement} */ (bar.querySelector("[data-bar-more]")).href = page(activity);
  }

  /** Draws a button over each slot that the activity could have, in every pane. */
  function paint() {
    if (!choices) return;
    let first = null;
    let legal = 0;
    panes.forEach((pane, n) => {
      const overlay = overlayOf(pane);
      const table = tableOf(pane);
      const origin = pane.getBoundingClientRect();
      const rows = [...table.querySelectorAll("tbody tr:not(.week-pause)")].map((row) => row.querySelector("th")?.getBoundingClientRect());
      const days = new Map([...table.querySelectorAll("thead th[data-day]")].map((th) =>
        [Number(/** @type {HTMLElement} */ (th).dataset.day), th.getBoundingClientRect()]));
      const buttons = document.createDocumentFragment();
      for (const cell of choices?.cells ?? []) {
        const day = days.get(cell.place.day);
        const top = rows[cell.place.slot - 1];
        if (!day || !top) continue;
        const button = slot(cell, day, top, origin, table);
        buttons.append(button);
        if (n === 0 && cell.look !== "illegal" && cell.look !== "here") { legal++; first ??= button; }
      }
      overlay.replaceChildren(buttons);
      overlay.hidden = false;
    });
    tell(fill(words.sayPicked, choices.name, String(legal)));
    show(fill(legal > 0 ? words.sayCount : words.sayNone, choices.name, String(legal)), choices.activity);
    const start = first ?? /** @type {HTMLElement | null} */ (overlayOf(panes[0]).querySelector("button"));
    if (start) { start.tabIndex = 0; if (!drag.busy()) start.focus({ preventScroll: true }); }
  }

  /** @param {Cell} cell @param {DOMRect} day @param {DOMRect} top @param {DOMRect} origin @param {HTMLTableElement} table */
  function slot(cell, day, top, origin, table) {
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
    button.title = (cell.reasons.length > 0 ? cell.reasons : cell.effects).join("\n");
    button.append(label(cell));
    if (cell.look !== "illegal" && cell.roomName) {
      const room = document.createElement("span");
      const small = document.createElement("small");
      small.textContent = cell.roomName;
      room.append(small);
      button.append(room);
    }
    button.setAttribute("aria-label", spoken(cell, table));
    button.addEventListener("click", () => drop(cell));
    button.addEventListener("focus", () => tell(button.getAttribute("aria-label") ?? ""));
    return button;
  }

  /** @param {Cell} cell */
  function label(cell) {
    const text = document.createElement("span");
    const sign = { here: "•", better: "✓ ", even: "✓ ", worse: "✓ +", illegal: "✕" }[cell.look];
    text.textContent = cell.look === "better" || cell.look === "worse" ? sign + cell.change : sign.trim();
    return text;
  }

  /** @param {Cell} cell @param {HTMLTableElement} table */
  function spoken(cell, table) {
    const when = whenOf(cell, table);
    if (cell.look === "here") return fill(words.sayHere, when);
    if (cell.look === "illegal") return fill(words.sayIllegal, when, cell.reasons.join(" "));
    const cost = cell.change === 0 ? words.sayEven ?? "" : (cell.change > 0 ? "+" : "") + cell.change;
    return [fill(words.sayLegal, when, cell.roomName, cost), ...cell.effects].join(". ");
  }
  /** @param {Cell} cell @param {HTMLTableElement} table */
  function whenOf(cell, table) {
    const day = table.querySelector(`thead th[data-day="${cell.place.day}"]`)?.textContent?.trim() ?? String(cell.place.day);
    const row = [...table.querySelectorAll("tbody tr:not(.week-pause)")][cell.place.slot - 1];
    return `${day} ${row?.querySelector("time")?.textContent?.trim() ?? cell.place.slot}`;
  }

  /** @param {HTMLElement} from @param {string} key */
  function walk(from, key) {
    const slots = /** @type {HTMLElement[]} */ ([...(from.parentElement?.querySelectorAll(".board-slot") ?? [])]);
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
    for (const pane of panes) overlayOf(pane).hidden = true;
    void send(cell);
  }

  /**
   * Sends a move. Without a connection it stays visible and is sent when there is one again; it never goes lost silently.
   * @param {Cell} cell
   */
  async function send(cell) {
    const name = choices?.name ?? title(/** @type {HTMLElement} */ (lifted));
    unsent = cell;
    again.hidden = true;
    const headers = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}");
    let answer;
    try {
      answer = await fetch(`${words.api}/moves`, {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json", Accept: "application/json", "If-Match": `"${words.version}"` },
        body: JSON.stringify({ places: [cell.place] }),
      });
    } catch {
      const text = fill(words.sayUnsent, `${name} → ${whenOf(cell, tableOf(panes[0]))}`);
      show(text, cell.place.activity);
      again.hidden = false;
      tell(text);
      link.lost();
      return;
    }
    unsent = null;
    if (answer.ok) {
      cancel(false);
      document.getElementById("flash")?.replaceChildren();
      await refresh(cell.place.activity);
      tell(words.sayMoved ?? "");
    } else if (answer.status === 401) {
      location.assign("/login");
    } else {
      const problem = await answer.json().catch(() => ({}));
      if (answer.status === 412 || (answer.status === 409 && !problem.reasons)) {
        await behind(name, problem.detail);
        return;
      }
      const text = answer.status === 403 ? words.sayForbidden ?? ""
        : problem.reasons ? fill(words.sayIllegalNow, problem.reasons.join(" ")) : problem.detail ?? words.sayLost ?? "";
      cancel(false);
      tell(text);
      complain(text);
    }
  }

  /**
   * Somebody was quicker: says so, and that the move was not made.
   * @param {string} name of what somebody wanted to move @param {string} [detail] what the server said
   */
  async function behind(name, detail) {
    const state = await link.ask();
    if (state && !state.open) {
      await closed(name);
    } else if (!detail || (state && state.version !== Number(words.version))) {
      stale();
    } else {
      cancel(false);
      tell(detail);
      complain(detail);
    }
  }

  function cancel(aloud = true) {
    asking?.abort();
    asking = null;
    choices = null;
    unsent = null;
    again.hidden = true;
    for (const pane of panes) {
      overlayOf(pane).hidden = true;
      overlayOf(pane).replaceChildren();
    }
    bar.hidden = true;
    const card = lifted;
    lifted = null;
    for (const same of board.querySelectorAll(".board-lifted")) same.classList.remove("board-lifted");
    if (aloud && card) {
      tell(words.sayCancelled ?? "");
      card.focus();
    }
  }

  /** @param {number} x @param {number} y */
  function slotAt(x, y) {
    return /** @type {HTMLElement | null} */ (document.elementsFromPoint(x, y).find((e) => e.matches(".board-slot")) ?? null);
  }
  /** @param {number} x @param {number} y */
  function parkingAt(x, y) {
    return /** @type {HTMLElement | null} */ (document.elementFromPoint(x, y)?.closest("[data-parking]") ?? null);
  }
  /** @param {HTMLElement | null} slot */
  function point(slot) {
    for (const other of board.querySelectorAll(".board-over")) if (other !== slot) other.classList.remove("board-over");
    slot?.classList.add("board-over");
  }
  /** @param {string} activity */
  function page(activity) { return `${words.activityPage}&activity=${encodeURIComponent(activity)}`; }
  function stale() {
    cancel(false);
    changed().hidden = false;
    tell(words.sayStale ?? "");
  }
  addEventListener("resize", () => { if (choices && !overlayOf(panes[0]).hidden) paint(); });
}

/** @param {string} text */
function complain(text) {
  const box = document.createElement("div");
  box.className = "alert alert-danger notice";
  box.setAttribute("role", "alert");
  box.textContent = text;
  const flash = document.getElementById("flash");
  flash?.replaceChildren(box);
  flash?.scrollIntoView({ block: "nearest" });
}
