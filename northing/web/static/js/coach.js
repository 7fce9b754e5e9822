// The coach beside a form reads along: it draws what its findings are about, and writes what its buttons say.
// The server decides everything; without this script the form is sent by its button "Check".
const aside = document.querySelector("[data-coach]");
const form = aside && document.getElementById(aside.dataset.coachForm);
const WAIT_MS = 300;
const BLANK = /\[[^\]\n]*\]/g;
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const words = new Map();  // field → what its marks were made for: { text, marks }
let timer = 0, isAsking = false, isDirty = false, isNextWanted = false, armed = null, isFilling = false, last = "", said = "", sent = "";

const fields = () => [...form.querySelectorAll("[data-marked] textarea")];
const fieldOf = (name) => form.elements[name];
const placeOf = (name) => form.querySelector(`[data-fix-of="${name}"]`);
const panel = () => aside.querySelector("[data-coach-panel]");
const findings = () => [...panel().querySelectorAll("[data-coach-finding]")];
const wait = (ms = WAIT_MS) => { clearTimeout(timer); timer = setTimeout(ask, ms); aside.dataset.reads = ""; };

// ── Words underlined: a mirror behind the field, the places in code points ─────────────────────
function mirrorOf(field) {
  let mirror = field.parentElement.querySelector(".mirror");
  if (!mirror) {
    mirror = Object.assign(document.createElement("div"), { className: "mirror", dir: "auto" });
    mirror.setAttribute("aria-hidden", "true");
    field.before(mirror);
    field.addEventListener("scroll", () => { mirror.scrollTop = field.scrollTop; });
  }
  return mirror;
}

function draw(field) {
  const mirror = mirrorOf(field), { marks } = words.get(field.name) || { marks: [] };
  const signs = [...field.value], parts = [];
  let at = 0, number = null;
  for (const [start, end, label] of marks) {
    if (start < at) continue;
    // What points behind the last mark stands beside its number, not on it.
    if (number && start === at && end === start) { number.textContent += ` ${label}`; continue; }
    parts.push(signs.slice(at, start).join(""));
    const under = Object.assign(document.createElement("u"), { textContent: signs.slice(start, end).join("") });
    const place = document.createElement("span");
    number = Object.assign(document.createElement("sup"), { textContent: label });
    place.append(number);
    parts.push(under, place);
    at = end;
  }
  mirror.replaceChildren(...parts, `${signs.slice(at).join("")}\u200b`);
  mirror.scrollTop = field.scrollTop;
}

// Between two answers the marks move with the text; those inside of what changed go.
function follow(field) {
  const known = words.get(field.name);
  if (!known || known.text === field.value) return;
  const before = [...known.text], now = [...field.value], short = Math.min(before.length, now.length);
  let head = 0, tail = 0;
  while (head < short && before[head] === now[head]) head += 1;
  while (tail < short - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const shift = now.length - before.length;
  const marks = known.marks.flatMap(([start, end, label]) => {
    if (end <= head && start < end) return [[start, end, label]];
    return start >= before.length - tail && start < end ? [[start + shift, end + shift, label]] : [];
  });
  words.set(field.name, { text: field.value, marks });
}

function grow(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

function redraw(field) { follow(field); draw(field); grow(field); }

// ── Asking: one request at a time, the newest words ────────────────────────────────────────────
async function ask() {
  clearTimeout(timer);
  timer = 0;
  isDirty = isAsking;
  if (isAsking) return;
  const body = new URLSearchParams(new FormData(form)).toString();
  if (body === sent) return rest();
  isAsking = true;
  sent = body;
  aside.dataset.reads = "";
  const texts = new Map(fields().map((field) => [field.name, field.value]));
  try {
    const answer = await fetch(aside.dataset.coach, {
      method: "POST", body, redirect: "error",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": document.body.dataset.csrf || "" },
    });
    if (!answer.ok) throw new Error(answer.status);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), texts);
  } catch {
    // The coach is silent; writing and saving go on.
    sent = "";
  }
  isAsking = false;
  if (isDirty) ask();
  else rest();
}

function rest() {
  if (!timer) delete aside.dataset.reads;
  if (isNextWanted) next();
}

function show(answer, texts) {
  const fresh = answer.querySelector("[data-coach-panel]");
  if (!fresh) return;
  replacePanel(fresh);
  for (const field of fields()) {
    if (field.value !== texts.get(field.name)) continue;
    const place = placeOf(field.name), other = answer.querySelector(`[data-fix-of="${field.name}"]`);
    place.dataset.marks = other?.dataset.marks || "[]";
    const inside = other?.innerHTML || "";
    if (place.dataset.was !== inside) place.innerHTML = place.dataset.was = inside;
    learn(field);
  }
  prepare();
  if (armed && !armed.isConnected) arm(form.querySelector(`[data-fix="${CSS.escape(armed.dataset.fix)}"]`));
  say(fresh.dataset.says);
}

function learn(field) {
  words.set(field.name, { text: field.value, marks: JSON.parse(placeOf(field.name).dataset.marks) });
  draw(field);
}

function replacePanel(fresh) {
  const old = panel();
  const open = new Map(findings().map((one) => [one.dataset.coachFinding, one.querySelector("details").open]));
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const within = focused?.closest("[data-coach-finding]")?.dataset.coachFinding;
  const asked = focused ? [...old.querySelectorAll(".coach-question")].indexOf(focused.closest(".coach-question")) : -1;
  old.replaceWith(document.adoptNode(fresh));
  for (const one of findings()) if (open.has(one.dataset.coachFinding)) one.querySelector("details").open = open.get(one.dataset.coachFinding);
  if (!focused) return;
  const again = (focused.value && panel().querySelector(`button[value="${CSS.escape(focused.value)}"]`))
    || findings().find((one) => one.dataset.coachFinding === within)?.querySelector("summary")
    || (asked >= 0 && [...panel().querySelectorAll(".coach-question")].slice(0, asked + 1).at(-1)?.querySelector("a, button"))
    || [...panel().querySelectorAll("summary, button")].find((one) => one.checkVisibility());
  again?.focus({ preventScroll: true });
}

function say(text) {
  if (text !== said) aside.querySelector("[data-coach-says]").textContent = text;
  said = text;
}

// What only scripts can do shows itself; one suggestion is open, that of the line being written.
function prepare() {
  for (const one of document.querySelectorAll("[data-coach-next], [data-coach-more]")) one.hidden = false;
  if (!isMac) for (const key of document.querySelectorAll(".fix kbd")) key.textContent = key.textContent.replace("⌥", "Alt ");
  aside.querySelector("[data-coach-more]").setAttribute("aria-expanded", String(aside.classList.contains("is-whole")));
  const here = document.activeElement?.closest?.(".key-result, .statement")?.querySelector("[data-fix-of]");
  if (here?.firstElementChild) return current(here);
  if (!form.querySelector(".fix-place.is-current .fix")) {
    current(findings().map((one) => placeOf(one.dataset.field)).find((place) => place?.firstElementChild) || form.querySelector(".fix-place:has(.fix)"));
  }
}

function current(place) {
  for (const one of form.querySelectorAll(".fix-place.is-current")) if (one !== place) one.classList.remove("is-current");
  place?.classList.add("is-current");
}

// ── From fix to fix ────────────────────────────────────────────────────────────────────────────
function next() {
  // What is being read just now is waited for.
  isNextWanted = isAsking || timer > 0;
  if (isNextWanted) return isAsking || ask();
  const all = findings();
  if (!all.length) return say(said === "" ? "Nothing is open" : `${said}.`);
  const at = all.findIndex((each) => each.dataset.coachFinding === last);
  // The line that is being written comes first, unless the last one was in it already.
  const here = all.find((each) => each.dataset.field && each.dataset.field === document.activeElement?.name);
  const one = here && here.dataset.field !== all[at]?.dataset.field ? here : all[(at + 1) % all.length];
  last = one.dataset.coachFinding;
  one.querySelector("details").open = true;
  const field = one.dataset.field && fieldOf(one.dataset.field);
  if (!field) return one.querySelector("summary").focus();
  const number = one.dataset.number, place = placeOf(field.name);
  const [start, end] = (words.get(field.name)?.marks || []).find((mark) => mark[2] === number) || [0, 0];
  const signs = [...field.value], places = [start, end].map((at) => signs.slice(0, at).join("").length);
  field.focus();
  field.setSelectionRange(...places);
  current(place);
  arm(place.querySelector(`.fix[data-number="${number}"]`));
  field.scrollIntoView({ block: "center", behavior: "auto" });
}

function arm(fix) {
  armed?.classList.remove("is-armed");
  armed = fix || null;
  armed?.classList.add("is-armed");
}

// ── Taking what a button says ──────────────────────────────────────────────────────────────────
function write(element, value) {
  const isTyped = element.matches?.("textarea, input:not([type='hidden'], [type='radio'], [type='date'])") && element.checkVisibility();
  if (isTyped) { element.focus(); element.select(); }
  // The browser's own editing, so that its undo knows of it.
  if (isTyped && document.execCommand(value ? "insertText" : "delete", false, value)) return;
  element.value = value;
}

function apply(sets) {
  const names = Object.keys(sets);
  if (!names.every((name) => fieldOf(name))) return null;
  const before = Object.fromEntries(names.map((name) => [name, fieldOf(name).value]));
  for (const name of names) write(fieldOf(name), sets[name]);
  form.dispatchEvent(new Event("input", { bubbles: true }));
  for (const field of fields()) redraw(field);
  wait(0);
  return before;
}

function take(button) {
  const sets = JSON.parse(button.dataset.sets), before = apply(sets);
  if (!before) return false;
  if (!button.matches("[data-coach-take]")) return true;
  const field = fieldOf(Object.keys(sets).find((name) => name.endsWith("statement")) || Object.keys(sets)[0]);
  const box = button.closest(".fix-place"), goesTo = button.closest(".fix").dataset.goesTo;
  offerUndo(box, before);
  arm(null);
  isFilling = toBlank(field, 0);
  if (!isFilling && goesTo) goTo(goesTo);
  else if (!isFilling) field.focus();
  return true;
}

function offerUndo(place, before) {
  const line = Object.assign(document.createElement("p"), { className: "fix-undo", textContent: "Replaced. " });
  const undo = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: "Undo" });
  undo.addEventListener("click", () => {
    const names = Object.keys(before);
    apply(before);
    line.remove();
    fieldOf(names.find((name) => name.endsWith("statement")) || names[0]).focus();
  });
  line.append(undo);
  place.parentElement.querySelector(".fix-undo")?.remove();
  place.after(line);
}

function toBlank(field, from) {
  BLANK.lastIndex = from;
  const found = field.matches("textarea") && BLANK.exec(field.value);
  if (!found) return false;
  field.focus();
  field.setSelectionRange(found.index, found.index + found[0].length);
  return true;
}

function goTo(name) {
  const field = document.getElementById(`id_${name}`) || fieldOf(name);
  field?.focus();
  field?.select?.();
}

function onKey(event) {
  const field = event.target;
  if (event.isComposing || !field.matches?.("[data-marked] textarea")) return;
  const isEnter = event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey;
  if (event.key === "Escape") { arm(null); isFilling = false; }
  if (event.key === "Tab" && isFilling && !event.shiftKey) {
    isFilling = toBlank(field, field.selectionEnd);
    if (isFilling) event.preventDefault();
  } else if (isEnter && isFilling && !event.altKey) {
    // What waits to be filled in is not sent by the way.
    event.preventDefault();
    isFilling = toBlank(field, field.selectionEnd) || toBlank(field, 0);
  } else if (isEnter && event.altKey) {
    event.preventDefault();
    next();
  } else if (isEnter && armed && placeOf(field.name).contains(armed)) {
    event.preventDefault();
    armed.querySelector("[data-coach-take]").click();
  } else if (isEnter && field.matches(".kr-statement")) {
    // One line, as it always was: the key sends the form.
    event.preventDefault();
    form.requestSubmit([...form.elements].find((one) => one.type === "submit"));
  } else if (isEnter && field.matches(".statement-input")) {
    // A goal is one line: the key goes on to what is asked next.
    event.preventDefault();
    const typed = [...form.querySelectorAll("textarea, input, select")].filter((one) => one.checkVisibility());
    typed[typed.indexOf(field) + 1]?.focus();
  }
}

function useWording(button) {
  const name = button.dataset.wordingOf, field = fieldOf(name), before = apply({ [name]: button.dataset.useWording });
  if (!before) return;
  offerUndo(placeOf(name), before);
  field.focus();
}

function onClick(event) {
  const wording = event.target.closest?.("[data-use-wording]");
  if (wording) return useWording(wording);
  const target = event.target.closest?.("[data-coach-act], [data-coach-goes-to], [data-coach-next], [data-coach-more]");
  if (!target) return;
  if (target.matches("[data-coach-next]")) return next();
  if (target.matches("[data-coach-more]")) return target.setAttribute("aria-expanded", String(aside.classList.toggle("is-whole")));
  if (target.matches("[data-coach-goes-to]")) { event.preventDefault(); arm(null); goTo(target.dataset.coachGoesTo); }
  else if (target.form === form && take(target)) event.preventDefault();
}

if (form) {
  for (const field of fields()) { learn(field); grow(field); placeOf(field.name).dataset.was = placeOf(field.name).innerHTML; }
  said = panel().dataset.says;
  prepare();
  form.addEventListener("input", (event) => {
    if (event.target.matches?.("[data-marked] textarea")) { arm(null); redraw(event.target); }
    if (event.isTrusted && !event.inputType?.startsWith("history")) event.target.closest?.(".statement, .key-result")?.querySelector(".fix-undo")?.remove();
    wait();
  });
  form.addEventListener("change", () => wait());
  form.addEventListener("focusin", (event) => {
    const place = event.target.closest(".key-result, .statement")?.querySelector("[data-fix-of]");
    if (place?.firstElementChild) current(place);
  });
  form.addEventListener("focusout", (event) => { if (armed && event.target.matches("textarea") && !armed.contains(event.relatedTarget)) arm(null); });
  form.addEventListener("draft-restored", () => { for (const field of fields()) redraw(field); ask(); });
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  // The page itself does not look at the plan around it.
  if (fields().some((field) => field.value)) ask();
}
