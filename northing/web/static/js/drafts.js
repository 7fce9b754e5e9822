// What is typed is kept: in this browser at once, on the server a moment later.
// <form data-draft="goal-new" data-draft-url="/kestrel/drafts/goal-new">; forgotten when the server says it is saved.
const PREFIX = "northing.draft.";
const DONE_COOKIE = "northing_draft_done";
const SERVER_MS = 1200;
const timers = new WeakMap();

const placeOf = (key) => `${PREFIX}${document.body.dataset.organization || ""}.${document.body.dataset.person || ""}.${key}`;

function read(key) {
  try { return JSON.parse(localStorage.getItem(placeOf(key)) || "null"); } catch { return null; }
}

// Keys and tokens belong to the page that was loaded, not to what was typed: data-no-draft.
const isOurs = (form, name) => name === "csrfmiddlewaretoken" || form.elements[name]?.dataset?.noDraft !== undefined;

function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || isOurs(form, name)) continue;
    (fields[name] ||= []).push(value);
  }
  return fields;
}

function restore(form, fields) {
  const at = {};
  for (const element of form.elements) {
    const { name, type } = element;
    if (!name || type === "password" || type === "file" || type === "submit" || isOurs(form, name)) continue;
    const kept = fields[name] || [];
    if (type === "checkbox" || type === "radio") element.checked = kept.includes(element.value);
    else if (name in fields) element.value = kept[at[name] = (at[name] ?? -1) + 1] ?? element.value;
  }
  form.dispatchEvent(new CustomEvent("draft-restored", { bubbles: true }));
}

function say(form, words) {
  const place = form.querySelector("[data-draft-state]") || document.querySelector("[data-draft-state]");
  if (place) place.textContent = words;
}

async function send(form) {
  const key = form.dataset.draft;
  if (!form.dataset.draftUrl) return say(form, "Draft, saved in this browser");
  try {
    const answer = await fetch(form.dataset.draftUrl, {
      method: "POST", keepalive: true, body: JSON.stringify({ fields: fieldsOf(form) }),
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": document.body.dataset.csrf || "" },
    });
    say(form, answer.ok ? "Draft, saved a moment ago" : "Draft, saved in this browser");
  } catch {
    say(form, "Draft, saved in this browser");
  }
  return key;
}

function keep(form) {
  const key = form.dataset.draft;
  try {
    localStorage.setItem(placeOf(key), JSON.stringify({ at: Date.now(), fields: fieldsOf(form) }));
  } catch { /* The browser keeps nothing for us: the server still does. */ }
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => send(form), SERVER_MS));
}

function forget(key) {
  try { localStorage.removeItem(placeOf(key)); } catch { /* Nothing was kept. */ }
}

function forgetWhatIsDone() {
  const done = document.cookie.split("; ").find((one) => one.startsWith(`${DONE_COOKIE}=`));
  if (!done) return;
  forget(decodeURIComponent(done.slice(DONE_COOKIE.length + 1)).replace(/^"|"$/g, ""));
  document.cookie = `${DONE_COOKIE}=; max-age=0; path=/`;
}

function begin(root) {
  for (const form of root.querySelectorAll("form[data-draft]")) {
    if (form.dataset.draftBegun) continue;
    form.dataset.draftBegun = "1";
    const kept = read(form.dataset.draft);
    const refused = form.querySelector("[aria-invalid='true'], [data-error-summary]");
    if (kept && !refused && JSON.stringify(kept.fields) !== JSON.stringify(fieldsOf(form))) {
      restore(form, kept.fields);
      say(form, "Draft, brought back as you left it");
    }
  }
}

forgetWhatIsDone();
begin(document);
document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-draft]");
  if (form) keep(form);
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-draft]")) clearTimeout(timers.get(event.target));
});
document.addEventListener("htmx:afterSettle", (event) => { forgetWhatIsDone(); begin(event.target); });
document.addEventListener("northing:swapped", () => { forgetWhatIsDone(); begin(document); });
