// @ts-check
// The page of the day: the clock, the line of now in the picture, and the form of what happened.

const UNIT_MINUTES = 5;
const TICK_MS = 15_000;

/** Minutes between two local times as the server writes them. @param {string} from @param {string} to */
const minutes = (from, to) => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000;

/** The time on the wall of a zone, as the server writes local times. @param {string} zone */
function wall(zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  }).formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** Puts the line of now on the pictures. @param {HTMLElement} day @param {string} now */
function line(day, now) {
  for (const scroll of /** @type {NodeListOf<HTMLElement>} */ (day.querySelectorAll(".gantt-scroll"))) {
    const table = scroll.querySelector("table");
    const names = scroll.querySelector("thead th");
    if (!table || !(names instanceof HTMLElement)) continue;
    const columns = Number(scroll.dataset.columns);
    const at = minutes(scroll.dataset.start ?? now, now) / UNIT_MINUTES;
    let mark = /** @type {HTMLElement | null} */ (scroll.querySelector(".now-line"));
    if (!mark) {
      mark = document.createElement("div");
      mark.className = "now-line";
      mark.setAttribute("aria-hidden", "true");
      scroll.append(mark);
    }
    mark.hidden = at < 0 || at > columns;
    mark.style.left = `${names.offsetWidth + ((table.offsetWidth - names.offsetWidth) * at) / columns}px`;
  }
}

function tick() {
  const day = document.getElementById("day");
  if (!day) return;
  const live = day.dataset.live === "true";
  const now = live ? wall(day.dataset.zone ?? "UTC") : (day.dataset.now ?? "");
  const clock = day.querySelector("[data-clock]");
  if (clock) clock.textContent = now.slice(11, 16);
  line(day, now);
}

/** Shows what can be chosen for the kind of incident. */
function incident() {
  const kind = document.querySelector("[data-incident]");
  const subject = document.getElementById("subject");
  if (!(kind instanceof HTMLSelectElement) || !(subject instanceof HTMLSelectElement)) return;
  for (const group of subject.querySelectorAll("optgroup")) {
    const fits = (group.dataset.for ?? "").split(" ").includes(kind.value);
    group.hidden = !fits;
    group.disabled = !fits;
  }
  const chosen = subject.selectedOptions[0]?.parentElement;
  if (!(chosen instanceof HTMLOptGroupElement) || chosen.disabled) {
    const first = /** @type {HTMLOptionElement | null} */ (subject.querySelector("optgroup:not([disabled]) option"));
    subject.value = first?.value ?? "";
  }
  const field = /** @type {HTMLElement | null} */ (document.querySelector("[data-minutes]"));
  if (field) field.hidden = kind.selectedOptions[0]?.dataset.timed !== "true";
}

document.addEventListener("change", (event) => {
  if (event.target instanceof Element && event.target.matches("[data-incident]")) incident();
});
document.body.addEventListener("htmx:afterSettle", () => { tick(); incident(); });
addEventListener("resize", tick);
setInterval(tick, TICK_MS);
tick();
incident();
