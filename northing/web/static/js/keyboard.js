// Keys: whatever on the page says data-key="e", "g w", "mod+enter" or "?" is pressed by that key.
// Only what is there can be pressed, so a key never leads to a page that does not exist.
const OFF = "northing.keys.off";
const SEQUENCE_MS = 1200;
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const SHOWN = { enter: "↵", up: "↑", down: "↓", left: "←", right: "→", mod: isMac ? "⌘" : "Ctrl", shift: "⇧", escape: "Esc" };
let begun = "";
let begunAt = 0;

const singleKeysAreOff = () => { try { return localStorage.getItem(OFF) === "1"; } catch { return false; } };

function isTyping(target) {
  if (!(target instanceof Element)) return false;
  if (target.closest("textarea, select, [contenteditable='true'], [role='combobox']")) return true;
  const input = target.closest("input");
  return Boolean(input) && !["checkbox", "radio", "button", "submit", "reset", "range"].includes(input.type);
}

function chordOf(event) {
  const key = event.key.toLowerCase();
  const mod = event.metaKey || event.ctrlKey ? "mod+" : "";
  const shift = event.shiftKey && key.length > 1 ? "shift+" : "";
  return mod + shift + key;
}

const isShown = (element) => element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;

function withKey(key) {
  const scope = document.querySelector("dialog[open]") || document;
  const all = [...scope.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  return all.find(isShown) || all.find((element) => element.closest("[popover], .side, .phone-tabs"));
}

function press(element) {
  const form = element.closest("form");
  if (element.type === "submit" && form) form.requestSubmit(element);
  else if (element.matches("input, textarea, select")) element.focus();
  else element.click();
}

function onKey(event) {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const chord = chordOf(event);
  const single = !chord.startsWith("mod+");
  // Escape leaves a field, so that single keys work again; the list of a picker closes first.
  if (chord === "escape" && isTyping(event.target) && !event.target.matches("[role='combobox']")) return event.target.blur();
  if (single && (isTyping(event.target) || singleKeysAreOff() || chord === "enter")) return;
  if (single && event.target.closest?.("[data-confidence], [data-map]") && /^(\d|up|down|arrow)/.test(chord)) return;
  const sequence = begun && event.timeStamp - begunAt < SEQUENCE_MS ? `${begun} ${chord}` : "";
  begun = "";
  const element = (sequence && withKey(sequence)) || withKey(chord);
  if (element) {
    event.preventDefault();
    press(element);
  } else if (single && document.querySelector(`[data-key^="${CSS.escape(chord)} "]`)) {
    begun = chord;
    begunAt = event.timeStamp;
  } else if (single && !document.querySelector("dialog[open]")) {
    document.dispatchEvent(new CustomEvent("northing:key", { detail: { key: chord, event } }));
  }
}

function submitOnModEnter(event) {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || event.defaultPrevented) return;
  const form = event.target.closest?.("form");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("[type='submit'].button--primary") || undefined);
}

const written = (key) => key.split(" ").map((chord) => chord.split("+").map((part) => SHOWN[part] || part.toUpperCase()).join(isMac ? "" : " "));

function nameOf(element) {
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll("kbd, .side-count, svg")) part.remove();
  return element.getAttribute("aria-label") || copy.textContent.trim();
}

function fillKeys(list) {
  const rows = new Map();
  for (const element of document.querySelectorAll("[data-key], [data-row-key]")) {
    const key = element.dataset.key || element.dataset.rowKey;
    if (!rows.has(key)) rows.set(key, nameOf(element));
  }
  if (document.querySelector("[data-rows]")) rows.set("j", "Next").set("k", "Previous");
  rows.set("escape", "Leave the field, close");
  list.replaceChildren(...[...rows].map(([key, name]) => {
    const row = document.createElement("div");
    const words = document.createElement("span");
    const keys = document.createElement("span");
    words.textContent = name;
    keys.append(...written(key).map((one) => Object.assign(document.createElement("kbd"), { textContent: one })));
    row.append(words, keys);
    return row;
  }));
}

function onClick(event) {
  const opener = event.target.closest("[data-dialog-open]");
  if (opener) {
    opener.closest("[popover]")?.hidePopover();
    const dialog = document.getElementById(opener.dataset.dialogOpen);
    for (const list of dialog.querySelectorAll("[data-keys]")) fillKeys(list);
    dialog.showModal();
  }
  if (event.target.matches("dialog")) event.target.close();
}

document.addEventListener("keydown", submitOnModEnter);
document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
const off = document.querySelector("[data-keys-off]");
if (off) {
  off.checked = singleKeysAreOff();
  off.addEventListener("change", () => localStorage.setItem(OFF, off.checked ? "1" : ""));
}
if (!isMac) for (const key of document.querySelectorAll("kbd")) key.textContent = key.textContent.replace("⌘", "Ctrl ");
