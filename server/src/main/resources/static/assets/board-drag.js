// @ts-check
// Dragging cards of the board by mouse, pen or finger. A finger has to rest for a moment first, so that the page scrolls
// as always.

const LONG_PRESS_MS = 400;
const STILL_PX = 8;
const EDGE_PX = 60;

/**
 * @param {HTMLElement} board
 * @param {{pick: (card: HTMLElement) => void, drop: (x: number, y: number) => void, over: (x: number, y: number) => void}} act
 * @returns {{busy: () => boolean}} whether something is being dragged
 */
export function dragging(board, act) {
  /** @type {{card: HTMLElement, x: number, y: number, id: number, timer: number} | null} */ let press = null;
  let dragged = false;

  board.addEventListener("pointerdown", (event) => {
    dragged = false;
    const card = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(".event[data-activity], .board-parked"));
    if (!card || event.button !== 0) return;
    const touch = event.pointerType === "touch";
    press = { card, x: event.clientX, y: event.clientY, id: event.pointerId, timer: touch ? setTimeout(() => lift(), LONG_PRESS_MS) : 0 };
  });
  addEventListener("pointermove", (event) => {
    if (press && event.pointerId === press.id && !dragged
        && Math.hypot(event.clientX - press.x, event.clientY - press.y) > STILL_PX) {
      if (event.pointerType === "touch") forget(); else lift();
    }
    if (dragged) {
      act.over(event.clientX, event.clientY);
      scrollAtEdge(event.clientY);
    }
  });
  addEventListener("pointerup", (event) => {
    const { clientX, clientY } = event;
    if (dragged) act.drop(clientX, clientY);
    forget();
    // the click that follows is none
    setTimeout(() => { dragged = false; }, 50);
  });
  addEventListener("pointercancel", () => { forget(); dragged = false; });
  // once a card is lifted the finger moves the card, not the page
  board.addEventListener("touchmove", (event) => { if (dragged) event.preventDefault(); }, { passive: false });
  board.addEventListener("contextmenu", (event) => { if (press || dragged) event.preventDefault(); });
  board.addEventListener("dragstart", (event) => event.preventDefault());

  function lift() {
    if (!press) return;
    dragged = true;
    board.classList.add("board-lifting");
    getSelection()?.removeAllRanges();
    act.pick(press.card);
  }
  function forget() {
    if (press) clearTimeout(press.timer);
    press = null;
    board.classList.remove("board-lifting");
  }
  /** @param {number} y */
  function scrollAtEdge(y) {
    if (y < EDGE_PX) scrollBy(0, y - EDGE_PX);
    else if (y > innerHeight - EDGE_PX) scrollBy(0, y - (innerHeight - EDGE_PX));
  }
  return { busy: () => dragged };
}
