// @ts-check
// Asks now and then how the timetable stands: whether somebody else has changed it, whether it can still be edited, and
// whether the server is there at all.

const EVERY_MS = 1000;

/** @typedef {{version: number, open: boolean}} State */

/**
 * @param {HTMLElement} board
 * @param {(state: State) => void} told what to do with how the timetable stands
 */
export function watch(board, told) {
  let away = false;
  /** @type {() => void} */ let back = () => {};

  /** @param {boolean} is */
  function connection(is) {
    // an answer to what was asked before the connection was lost does not bring it back
    const there = is && navigator.onLine;
    const was = away;
    away = !there;
    show();
    if (there && was) back();
  }
  /** Says whether there is a connection; called again when the page is drawn anew. */
  function show() { /** @type {HTMLElement} */ (board.querySelector("[data-offline]")).hidden = !away; }
  /** @returns {Promise<State | null>} how it stands, or nothing when the server does not say */
  async function ask() {
    try {
      const answer = await fetch(`${board.dataset.api}/version`, { headers: { Accept: "application/json" } });
      connection(true);
      return answer.ok ? await answer.json() : null;
    } catch {
      connection(false);
      return null;
    }
  }
  async function look() {
    const state = await ask();
    if (state) told(state);
  }
  async function round() {
    if (!document.hidden) await look();
    setTimeout(() => void round(), EVERY_MS);
  }
  setTimeout(() => void round(), EVERY_MS);
  addEventListener("online", () => void look());
  addEventListener("offline", () => connection(false));
  // who comes back to the page sees it as it is
  document.addEventListener("visibilitychange", () => { if (!document.hidden) void look(); });
  return {
    ask,
    show,
    isLost: () => away || !navigator.onLine,
    lost: () => connection(false),
    onBack: (/** @type {() => void} */ then) => { back = then; },
  };
}
