// @ts-check
// Asks now and then whether somebody else has changed the timetable, and whether the server is there at all. If nothing is
// picked up, the page shows a change at once.

const EVERY_MS = 1500;

/**
 * @param {HTMLElement} board
 * @param {() => boolean} busy whether something is picked up
 */
export function watch(board, busy) {
  const banner = /** @type {HTMLElement} */ (board.querySelector("[data-offline]"));
  let away = false;
  /** @type {() => void} */ let back = () => {};

  /** @param {boolean} is */
  function connection(is) {
    banner.hidden = is;
    if (is && away) { away = false; back(); }
    away = !is;
  }
  async function ask() {
    let answer;
    try {
      answer = await fetch(`${board.dataset.api}/version`, { headers: { Accept: "application/json" } });
    } catch {
      connection(false);
      return;
    }
    connection(true);
    if (!answer.ok) return;
    const { version } = await answer.json();
    if (String(version) === board.dataset.version) return;
    if (busy()) /** @type {HTMLElement} */ (board.querySelector("[data-stale]")).hidden = false;
    else location.reload();
  }
  setInterval(() => { if (!document.hidden) void ask(); }, EVERY_MS);
  addEventListener("online", () => void ask());
  addEventListener("offline", () => connection(false));
  return {
    isLost: () => away,
    lost: () => connection(false),
    onBack: (/** @type {() => void} */ then) => { back = then; },
  };
}
