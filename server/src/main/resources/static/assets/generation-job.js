// @ts-check
// The progress of a job: frames come over a web socket once a second, or by polling where there is none.

/**
 * @typedef {object} Progress as ProgressJson on the server
 * @property {string} job_id
 * @property {string} status
 * @property {number} progress
 * @property {string | null} phase
 * @property {number | null} best_hard
 * @property {number | null} best_cost
 * @property {string | null} variant
 * @property {string[]} made
 * @property {number | null} first_feasible_seconds
 * @property {number} moves
 * @property {number} elapsed_seconds
 * @property {number} limit_seconds
 * @property {string} wish
 * @property {[number, number, number][]} history samples: seconds, hard, cost
 */

const POLL_MS = 3000;
/** Key of the session: id of the job that has ended while this page watched. */
const ENDED = "horarium-ended-job";
const OPEN = new Set(["queued", "running"]);
const card = /** @type {HTMLElement | null} */ (document.querySelector("[data-job]"));
if (card) {
  const first = /** @type {Progress} */ (JSON.parse(card.dataset.job ?? "{}"));
  const show = view(card);
  show(first);
  if (OPEN.has(first.status)) {
    follow(card, first.status, show);
  }
}

// Whoever has watched a job end well is told so once, and where to go on.
const done = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog[data-done]"));
if (done && sessionStorage.getItem(ENDED) === done.dataset.jobId) {
  sessionStorage.removeItem(ENDED);
  done.showModal();
}

/**
 * Shows frames until the job ends; then the page is loaded again and shows the result.
 * @param {HTMLElement} card
 * @param {string} firstStatus
 * @param {(progress: Progress) => void} show
 */
function follow(card, firstStatus, show) {
  const state = /** @type {HTMLElement | null} */ (card.querySelector("[data-link]"));
  /** @param {"live" | "polling" | "lost"} how */
  const tell = (how) => { if (state) state.textContent = state.dataset[how] ?? ""; };

  /** @param {Progress} progress */
  const take = (progress) => {
    show(progress);
    // from queued to running the page gains a button
    if (progress.status !== firstStatus) {
      if (!OPEN.has(progress.status)) sessionStorage.setItem(ENDED, progress.job_id);
      location.reload();
    }
  };

  const poll = async () => {
    try {
      const answer = await fetch(card.dataset.poll ?? "", { headers: { Accept: "application/json" } });
      if (answer.status === 401) {
        location.assign("/login");
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      tell("polling");
      take(await answer.json());
    } catch {
      tell("lost");
    }
    setTimeout(connect, POLL_MS);
  };

  const connect = () => {
    const url = new URL(card.dataset.socket ?? "", location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(url);
    socket.addEventListener("open", () => tell("live"));
    socket.addEventListener("message", (event) => take(JSON.parse(event.data)));
    // closed by a fault, a proxy or the end of the job: the next poll says which
    socket.addEventListener("close", poll);
  };

  connect();
}

/**
 * Returns the function that puts a frame on the page.
 * @param {HTMLElement} card
 */
function view(card) {
  /** @param {string} name */
  const part = (name) => /** @type {HTMLElement | null} */ (card.querySelector(`[data-${name}]`));
  const number = new Intl.NumberFormat(document.documentElement.lang);
  /** @param {string} name @param {string} text */
  const write = (name, text) => { const element = part(name); if (element) element.textContent = text; };
  /** @type {string | null} */
  let announced = null;

  return (/** @type {Progress} */ progress) => {
    const bar = /** @type {HTMLProgressElement | null} */ (part("bar"));
    if (bar) bar.value = progress.progress;
    write("percent", `${progress.progress} %`);
    write("hard", progress.best_hard === null ? "–" : number.format(progress.best_hard));
    write("cost", progress.best_cost === null ? "–" : number.format(progress.best_cost));
    write("elapsed", `${number.format(Math.round(progress.elapsed_seconds))} s`);
    write("moves", number.format(progress.moves));
    write("feasible", progress.first_feasible_seconds === null ? "–" : `${number.format(Math.round(progress.first_feasible_seconds * 10) / 10)} s`);
    phases(part("phases"), progress.phase);
    variants(part("variants"), progress);
    for (const wish of /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll("[data-wish]"))) {
      wish.hidden = wish.dataset.wish !== progress.wish;
    }
    curve(/** @type {SVGElement | null} */ (card.querySelector("[data-curve]")), part("curve-none"), progress);
    if (progress.phase !== announced) {
      announced = progress.phase;
      write("announce", card.querySelector("[data-phase][aria-current]")?.textContent ?? "");
    }
  };
}

/** @param {HTMLElement | null} list @param {Progress} progress */
function variants(list, progress) {
  if (!list) return;
  for (const item of /** @type {HTMLElement[]} */ ([...list.children])) {
    const made = progress.made.includes(item.dataset.variant ?? "");
    const making = !made && item.dataset.variant === progress.variant;
    item.classList.toggle("is-made", made);
    item.classList.toggle("is-making", making);
    const state = item.querySelector("[data-state]");
    if (state) state.textContent = (made ? list.dataset.made : making ? list.dataset.making : list.dataset.waiting) ?? "";
  }
}

/** @param {HTMLElement | null} list @param {string | null} current */
function phases(list, current) {
  if (!list) return;
  const items = /** @type {HTMLElement[]} */ ([...list.children]);
  const at = items.findIndex((item) => item.dataset.phase === current);
  items.forEach((item, i) => {
    item.toggleAttribute("data-done", i < at);
    if (i === at) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  });
}

/**
 * Draws the best plan over time: the cost as a filled line once there is no conflict, before that the conflicts, dashed.
 * @param {SVGElement | null} svg
 * @param {HTMLElement | null} none
 * @param {Progress} progress
 */
function curve(svg, none, progress) {
  if (!svg) return;
  const samples = progress.history;
  if (none) none.hidden = samples.length > 0;
  if (samples.length === 0) return;
  const width = 600, height = 120, pad = 8;
  const running = OPEN.has(progress.status);
  const until = Math.max(running ? progress.limit_seconds : 0, progress.elapsed_seconds, samples[samples.length - 1][0], 0.001);
  /** @param {number} seconds */
  const x = (seconds) => (seconds / until) * width;
  /** @param {number[]} values */
  const scale = (values) => {
    const most = Math.max(...values, 1), least = Math.min(...values) * 0.9;
    return (/** @type {number} */ value) => height - pad - ((value - least) / Math.max(most - least, 1)) * (height - 2 * pad);
  };
  /** A best plan holds until the next one: steps. @param {[number, number][]} points @param {(v: number) => number} y @param {number} end */
  const steps = (points, y, end) => points
    .map(([t, v], i) => (i === 0 ? `M${x(t).toFixed(1)},${y(v).toFixed(1)}` : `H${x(t).toFixed(1)}V${y(v).toFixed(1)}`))
    .join("") + `H${x(end).toFixed(1)}`;
  const feasible = samples.filter(([, hard]) => hard === 0).map(([t, , cost]) => /** @type {[number, number]} */ ([t, cost]));
  const broken = samples.filter(([, hard]) => hard > 0).map(([t, hard]) => /** @type {[number, number]} */ ([t, hard]));
  svg.replaceChildren();
  if (broken.length > 0) {
    const end = feasible.length > 0 ? feasible[0][0] : Math.max(progress.elapsed_seconds, broken[broken.length - 1][0]);
    add(svg, "curve-hard", steps(broken, scale([0, ...broken.map(([, v]) => v)]), end));
  }
  if (feasible.length > 0) {
    const end = Math.max(progress.elapsed_seconds, feasible[feasible.length - 1][0]);
    const line = steps(feasible, scale(feasible.map(([, v]) => v)), end);
    add(svg, "curve-area", `${line}V${height}H${x(feasible[0][0]).toFixed(1)}Z`);
    add(svg, "curve-line", line);
  }
}

/** @param {SVGElement} svg @param {string} name @param {string} path */
function add(svg, name, path) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", "path");
  element.setAttribute("class", name);
  element.setAttribute("d", path);
  svg.append(element);
}
