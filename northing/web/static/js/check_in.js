// The check-in: Enter goes forward, Shift+Enter back, a digit is the odds. The next goal opens at once; the answer
// follows. Without a connection answers wait in this browser and are sent when it is back.
const QUEUE = `northing.check-ins.waiting.${document.body.dataset.organization}.${document.body.dataset.person}`;
const FORM = "[data-check-in] form";

const waitingOnes = () => { try { return JSON.parse(localStorage.getItem(QUEUE) || "[]"); } catch { return []; } };
const say = (words) => document.dispatchEvent(new CustomEvent("northing:say", { detail: words }));

function store(all) {
  localStorage.setItem(QUEUE, JSON.stringify(all));
  const place = document.querySelector("[data-check-in-waiting]");
  if (place) place.textContent = all.length ? `${all.length} saved here, will send` : "";
}

function fieldsOf(form) {
  const note = form.querySelector("textarea");
  const value = form.querySelector("[data-first], .value-box input");
  const odds = form.querySelector("[data-confidence]");
  return [value, odds && (odds.querySelector(":checked") || odds.querySelector("input")), note].filter(Boolean);
}

function focusFirst(box) {
  const first = box.querySelector("[data-first]") || fieldsOf(box.querySelector("form") || box)[0];
  first?.focus();
  first?.select?.();
}

function openNext(box) {
  const all = [...document.querySelectorAll("details[data-check-in]")];
  const left = (one) => one !== box && !one.dataset.answered && one.querySelector("form");
  const next = all.slice(all.indexOf(box) + 1).find(left) || all.find(left);
  box.open = false;
  if (next) {
    next.open = true;
    focusFirst(next);
    next.scrollIntoView({ block: "nearest" });
  } else {
    tellDone(true);
  }
}

function tellDone(isDone) {
  const place = document.querySelector("[data-check-ins-done]");
  if (!place) return;
  place.hidden = !isDone;
  for (const words of place.closest("section")?.querySelectorAll(".section-head > .muted, .bar-keys") ?? []) words.hidden = isDone;
  if (isDone) place.tabIndex = -1, place.focus();
}

const isBegun = (field) => field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;

function showAnswer(box, html, isRefused) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  const fresh = template.content.firstElementChild;
  if (!fresh) return;
  const busy = document.activeElement?.closest("[data-check-in]:not([data-answered]) form");
  const comesBack = isRefused && !(busy && [...busy.querySelectorAll("input, textarea")].some(isBegun));
  // Of details with one name only one may be open: the others close before this one comes in.
  if (comesBack) for (const other of document.querySelectorAll("details[data-check-in]")) other.open = false;
  fresh.open = false;
  if (isRefused) tellDone(false);
  box.replaceWith(fresh);
  window.htmx?.process(fresh);
  if (comesBack) {
    fresh.open = true;
    (fresh.querySelector("[aria-invalid='true']") || fresh.querySelector("[data-first]"))?.focus();
  } else if (isRefused) {
    say("An earlier check-in needs another look. It opens after this one.");
  }
  document.dispatchEvent(new Event("northing:swapped"));
  tellState();
  const left = document.querySelector("details[data-check-in]:not([data-answered]), [data-sending]");
  if (!left && document.querySelector("[data-check-ins-more]")) location.reload();
}

function tellState() {
  for (const place of document.querySelectorAll("[data-check-in-state]:empty")) place.textContent = "Saved as you type";
  const count = document.querySelector(".side-link[aria-current] .side-count");
  const due = document.querySelectorAll("details[data-check-in]:not([data-answered])").length;
  if (count?.firstChild && document.querySelector("[data-check-ins-done]")) count.hidden = !due, count.firstChild.textContent = due;
}

async function post(url, body) {
  return fetch(url, {
    method: "POST", body: new URLSearchParams(body), redirect: "follow",
    headers: { "HX-Request": "true", "X-CSRFToken": document.body.dataset.csrf || "" },
  });
}

function keep(box, url, body) {
  delete box.dataset.sending;
  store([...waitingOnes(), { url, body }]);
  box.querySelector("[data-check-in-state]")?.replaceChildren("Saved here, will send");
  say(`${waitingOnes().length} saved here, will send`);
}

const isSignedOut = (answer) => answer.status === 401 || answer.url.includes("/sign-in");

async function submit(form, button) {
  const box = form.closest("[data-check-in]");
  const data = new FormData(form, button || undefined);
  const body = [...data].filter(([, value]) => typeof value === "string");
  const url = button?.formAction && button.hasAttribute("formaction") ? button.formAction : form.action;
  box.dataset.answered = box.dataset.sending = "1";
  box.querySelector("[data-check-in-state]")?.replaceChildren("Saving");
  openNext(box);
  try {
    const answer = await post(url, body);
    const isRefused = answer.status === 422 || answer.status === 409;
    if (isSignedOut(answer) || answer.status === 403) keep(box, url, body);
    if (answer.redirected || answer.status === 401 || answer.status === 403) return location.reload();
    if (!answer.ok && !isRefused) throw new Error(String(answer.status));
    showAnswer(box, await answer.text(), isRefused);
  } catch {
    keep(box, url, body);
  }
}

async function sendWaiting() {
  const left = [];
  let sent = 0;
  for (const one of waitingOnes()) {
    try {
      const answer = await post(one.url, one.body.filter(([name]) => name !== "csrfmiddlewaretoken"));
      const isRefused = answer.status >= 400 && answer.status < 500 && answer.status !== 401;
      if (answer.ok && !isSignedOut(answer)) sent += 1;
      else if (!isRefused || !typeAgain(one)) left.push(one);
    } catch { left.push(one); }
  }
  store(left);
  if (sent) say(sent === 1 ? "1 check-in sent" : `${sent} check-ins sent`);
}

// What waited and was not accepted goes back into its form, if the page has it.
function typeAgain({ url, body }) {
  const form = [...document.querySelectorAll(FORM)].find((one) => one.action === url);
  if (!form) return false;
  for (const [name, value] of body) {
    const element = form.elements[name];
    if (element && name !== "csrfmiddlewaretoken") element.value = value;
  }
  form.closest("details").open = true;
  say("A check-in that waited here was not accepted. Look at it again.");
  return true;
}

function onKey(event) {
  const form = event.target.closest?.(FORM);
  if (!form || event.defaultPrevented || event.isComposing) return;
  const odds = event.target.closest("[data-confidence]");
  if (odds && /^[1-9]$/.test(event.key) && !event.metaKey && !event.ctrlKey) {
    const radio = odds.querySelector(`input[value="${event.key}"]`);
    radio.checked = true;
    radio.focus();
    radio.dispatchEvent(new Event("input", { bubbles: true }));
    event.preventDefault();
  } else if (event.key === "Enter" && !event.metaKey && !event.ctrlKey && !event.altKey && !event.target.matches("button, a, summary")) {
    event.preventDefault();
    step(form, event.target, event.shiftKey ? -1 : 1);
  }
}

// Forward from the odds saves: the note is for whoever goes on to it with Tab.
function step(form, target, direction) {
  const fields = fieldsOf(form);
  const odds = target.closest("[data-confidence]");
  const at = odds ? Math.max(fields.length - 2, 0) : fields.findIndex((field) => field === target || field.name === target.name);
  if (direction < 0) return fields[Math.max(at - 1, 0)]?.focus();
  if (odds ? odds.querySelector(":checked") : target.matches("textarea")) return form.requestSubmit(form.querySelector("[type='submit']"));
  return fields[Math.min(at + 1, fields.length - 1)]?.focus();
}

// Up and down go through what is due, wherever they mean nothing else.
function onArrow(event) {
  const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!direction || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest?.("textarea, select, dialog, [role='combobox'], [popover], input[type='radio'], input[type='checkbox']")) return;
  const all = [...document.querySelectorAll("details[data-check-in]:not([data-answered])")];
  const next = all[all.findIndex((one) => one.open) + direction];
  if (!next) return;
  event.preventDefault();
  next.open = true;
  focusFirst(next);
  next.scrollIntoView({ block: "nearest" });
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches(FORM) || event.target.matches("[data-whole-page]") || event.defaultPrevented) return;
  event.preventDefault();
  submit(event.target, event.submitter);
});
// At once, not with the toggle event, which comes after the next key of somebody who types fast.
document.addEventListener("click", (event) => {
  const reasons = event.target.closest(".skipping > summary")?.parentElement;
  if (!reasons || reasons.open) return;
  event.preventDefault();
  reasons.open = true;
  reasons.querySelector("button")?.focus();
});
document.addEventListener("keydown", onKey);
document.addEventListener("keydown", onArrow);
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.("details[data-check-in]") && event.target.open && !event.target.contains(document.activeElement?.closest("form"))) focusFirst(event.target);
}, true);
addEventListener("online", sendWaiting);
store(waitingOnes());
tellState();
if (document.activeElement === document.body) {
  const open = document.querySelector("details[data-check-in][open]");
  (open?.querySelector("[data-first]") || open?.querySelector(".value-box input"))?.focus({ preventScroll: true });
}
if (waitingOnes().length) sendWaiting();
