// @ts-check
// The sheet of preferences: ranking by dragging, keyboard, buttons and numbers, and saving as one goes. The page is a form
// that works without this; here the form's own fields are kept up to date, and nothing else is sent.

import "/webjars/sortablejs/Sortable.min.js";

const SAVE_AFTER = 700;
const RETRY_AFTER = 5000;

const form = /** @type {HTMLFormElement} */ (document.getElementById("sheet"));
const fieldset = /** @type {HTMLFieldSetElement} */ (form.querySelector("fieldset"));
const ranking = document.getElementById("ranking");
const live = /** @type {HTMLElement} */ (document.getElementById("ranking-live"));
document.documentElement.classList.add("has-js");

/** @param {string} text @param {...(string|number)} values */
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));

// ---- items and buckets

/** @param {Element} item */
const nameOf = (item) => item.querySelector(".item-name")?.textContent ?? "";
/** @param {Element} item */
const listOf = (item) => /** @type {HTMLElement} */ (item.closest(".bucket-list"));
/** @param {Element} within */
const bucketOf = (within) => /** @type {HTMLElement} */ (within.closest(".bucket"));
/** @param {Element} list @returns {HTMLElement[]} */
const itemsIn = (list) => /** @type {HTMLElement[]} */ ([...list.children].filter((child) => child.matches(".item:not(.sortable-drag)")));
/** @param {Element} bucket */
const bucketName = (bucket) => bucket.querySelector("[data-name]")?.textContent ?? "";
/** @returns {HTMLElement[]} */
const lists = () => /** @type {HTMLElement[]} */ ([...(ranking?.querySelectorAll(".bucket-list") ?? [])]);

/** Writes bucket and number of every item of a list into the form's fields. @param {Element} list */
function write(list) {
  const bucket = bucketOf(list);
  const items = itemsIn(list);
  items.forEach((item, index) => {
    const select = /** @type {HTMLSelectElement} */ (item.querySelector("select"));
    const place = /** @type {HTMLInputElement} */ (item.querySelector(".place"));
    select.value = bucket.dataset.bucket ?? "";
    place.value = bucket.dataset.bucket ? String(index + 1) : "";
  });
  /** @type {HTMLElement} */ (bucket.querySelector("[data-count]")).textContent = String(items.length);
}

/** Where an item is, in words. @param {string} text @param {Element} item */
function say(text, item) {
  const bucket = bucketOf(item);
  if (!bucket.dataset.bucket) {
    live.textContent = fill(ranking?.dataset.unranked ?? "", nameOf(item));
    return;
  }
  const items = itemsIn(listOf(item));
  live.textContent = fill(text, nameOf(item), items.indexOf(/** @type {HTMLElement} */ (item)) + 1, items.length, bucketName(bucket));
}

/**
 * Puts an item into a list.
 * @param {Element} item @param {Element} list @param {number} index
 */
function put(item, list, index) {
  const from = listOf(item);
  item.remove();
  list.insertBefore(item, itemsIn(list)[index] ?? null);
  write(list);
  if (from !== list) write(from);
}

/** @param {Element} item @param {number} step @returns {boolean} whether it moved inside its list */
function shift(item, step) {
  const list = listOf(item);
  const to = itemsIn(list).indexOf(/** @type {HTMLElement} */ (item)) + step;
  if (to < 0 || to >= itemsIn(list).length) return false;
  put(item, list, to);
  return true;
}

/** To the bucket before or after, at the end by which it comes in. @param {Element} item @param {number} step */
function cross(item, step) {
  const all = lists();
  const next = all[all.indexOf(listOf(item)) + step];
  if (!next) {
    live.textContent = ranking?.dataset.edge ?? "";
    return false;
  }
  put(item, next, step > 0 ? 0 : itemsIn(next).length);
  return true;
}

// ---- keyboard: lift, move, drop, put back

/** @type {{item: Element, list: Element, index: number} | null} */
let lifted = null;

/** @param {Element} grip @param {Element} item */
function lift(grip, item) {
  lifted = { item, list: listOf(item), index: itemsIn(listOf(item)).indexOf(/** @type {HTMLElement} */ (item)) };
  item.classList.add("item-lifted");
  grip.setAttribute("aria-pressed", "true");
  say(ranking?.dataset.lifted ?? "", item);
}

/** @param {boolean} keep */
function drop(keep) {
  if (!lifted) return;
  const { item, list, index } = lifted;
  lifted = null;
  item.classList.remove("item-lifted");
  item.querySelector(".grip")?.setAttribute("aria-pressed", "false");
  if (keep) {
    say(ranking?.dataset.dropped ?? "", item);
  } else {
    put(item, list, index);
    live.textContent = fill(ranking?.dataset.cancelled ?? "", nameOf(item));
  }
  changed();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const grip = event.target instanceof Element ? event.target.closest(".grip") : null;
  const item = grip?.closest(".item");
  if (!grip || !item || fieldset.disabled) return;
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (event.key === " " || event.key === "Enter") {
    if (lifted) drop(true);
    else lift(grip, item);
  } else if (event.key === "Escape" && lifted) {
    drop(false);
  } else if (steps && lifted) {
    // up and down go on into the neighbouring group
    const moved = steps[0] ? shift(item, steps[0]) || cross(item, steps[0]) : cross(item, steps[1]);
    if (moved) say(ranking?.dataset.moved ?? "", item);
  } else if (event.key === "Tab" && lifted) {
    drop(true);
    return;
  } else {
    return;
  }
  event.preventDefault();
  /** @type {HTMLElement} */ (grip).focus();
  grip.scrollIntoView({ block: "nearest" });
}

// ---- buttons, groups and numbers

/** @param {MouseEvent} event */
function onClick(event) {
  const button = event.target instanceof Element ? event.target.closest("[data-move]") : null;
  const item = button?.closest(".item");
  if (!button || !item) return;
  event.preventDefault();
  const step = button.getAttribute("data-move") === "up" ? -1 : 1;
  if (shift(item, step) || cross(item, step)) {
    say(ranking?.dataset.moved ?? "", item);
    changed();
  }
  /** @type {HTMLElement} */ (button).focus();
}

/** @param {Event} event */
function onChange(event) {
  const field = event.target;
  const item = field instanceof Element ? field.closest(".item") : null;
  if (item && field instanceof HTMLSelectElement) {
    const list = lists().find((each) => bucketOf(each).dataset.bucket === field.value);
    if (list && list !== listOf(item)) {
      put(item, list, itemsIn(list).length);
      field.focus();
      say(ranking?.dataset.moved ?? "", item);
    }
  } else if (item && field instanceof HTMLInputElement && field.matches(".place") && bucketOf(item).dataset.bucket) {
    const wanted = Number.parseInt(field.value, 10);
    if (wanted >= 1) {
      put(item, listOf(item), wanted - 1);
      field.focus();
      say(ranking?.dataset.moved ?? "", item);
    }
  }
  changed();
}

// ---- saving

const saved = document.getElementById("saved");
const version = /** @type {HTMLInputElement} */ (form.elements.namedItem("version"));
let timer = 0;
let saving = false;
let dirty = false;
let ended = false;

/** @param {string} text @param {boolean} [bad] */
function tell(text, bad = false) {
  if (!saved) return;
  saved.textContent = text;
  saved.classList.toggle("text-danger", bad);
}

function changed() {
  if (fieldset.disabled || ended) return;
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(save, SAVE_AFTER);
}

async function save() {
  if (saving || ended || !dirty) return;
  saving = true;
  dirty = false;
  tell(saved?.dataset.saving ?? "");
  try {
    const answer = await fetch(form.getAttribute("action") ?? "", {
      method: "POST",
      headers: { "X-Requested-With": "autosave", Accept: "application/json" },
      body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
      keepalive: document.visibilityState === "hidden",
    });
    if (answer.ok) {
      const result = await answer.json();
      version.value = String(result.version);
      document.getElementById("changed")?.toggleAttribute("hidden", !result.changedSinceSubmission);
      tell(fill(saved?.dataset.saved ?? "", new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })));
    } else if (answer.status >= 500 || answer.status === 429) {
      retry();
    } else {
      // nothing is thrown away: the page keeps showing what was written, and the buttons still send it
      const why = { 400: "invalid", 404: "gone", 409: "closed", 412: "stale" }[answer.status] ?? "gone";
      ended = answer.status !== 400;
      tell(saved?.dataset[why] ?? "", true);
    }
  } catch {
    retry();
  } finally {
    saving = false;
    if (dirty && !ended) {
      clearTimeout(timer);
      timer = setTimeout(save, SAVE_AFTER);
    }
  }
}

function retry() {
  tell(saved?.dataset.failed ?? "", true);
  setTimeout(() => { dirty = true; save(); }, RETRY_AFTER);
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") save();
});
form.addEventListener("submit", () => { clearTimeout(timer); ended = true; });

// ---- how long it is still open

const countdown = document.getElementById("countdown");
if (countdown) {
  const end = Date.now() + Number(countdown.dataset.seconds) * 1000;
  const show = () => {
    const minutes = Math.max(0, Math.floor((end - Date.now()) / 60000));
    const [text, number] = minutes >= 2 * 24 * 60 ? [countdown.dataset.days, Math.floor(minutes / 1440)]
      : minutes >= 120 ? [countdown.dataset.hours, Math.floor(minutes / 60)] : [countdown.dataset.minutes, minutes];
    countdown.textContent = fill(text ?? "", number);
  };
  show();
  setInterval(show, 30000);
}

// ---- begin

document.getElementById("faults")?.focus();
if (!fieldset.disabled) {
  form.addEventListener("change", onChange);
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLTextAreaElement) changed();
  });
  ranking?.addEventListener("keydown", onKey);
  ranking?.addEventListener("click", onClick);
  ranking?.addEventListener("focusout", (event) => {
    // an item that is moved loses the focus for a moment; one that is left is dropped
    setTimeout(() => {
      if (lifted && event.target instanceof Element && !lifted.item.contains(document.activeElement)) drop(true);
    });
  });
  for (const list of lists()) {
    /** @type {any} */ (window).Sortable.create(list, {
      group: "activities",
      handle: ".grip",
      draggable: ".item",
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      // the same for mouse and touch, and no ghost that the browser draws
      forceFallback: true,
      fallbackOnBody: false,
      scrollSensitivity: 80,
      emptyInsertThreshold: 24,
      /** @param {{from: Element, to: Element, item: Element}} move */
      onEnd(move) {
        write(move.from);
        write(move.to);
        say(ranking?.dataset.moved ?? "", move.item);
        changed();
      },
    });
  }
}
