// The palette: a dialog with a combobox and a listbox. Focus stays in the input.
const dialog = document.getElementById("palette");
const input = dialog?.querySelector("[role='combobox']");
const list = dialog?.querySelector("[role='listbox']");
const count = dialog?.querySelector("[data-palette-count]");
let opener = null;
let asked = 0;
let waiting = 0;

const options = () => [...list.querySelectorAll("[role='option']")];
const chosen = () => list.querySelector("[aria-selected='true']");

function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) input.setAttribute("aria-activedescendant", option.id);
  else input.removeAttribute("aria-activedescendant");
}

function made(tag, kind, text) {
  return Object.assign(document.createElement(tag), { className: kind, textContent: text || "" });
}

function optionOf(item, index) {
  const option = made("div", "option");
  option.id = `palette-option-${index}`;
  option.role = "option";
  option.dataset.href = item.href;
  option.setAttribute("aria-selected", "false");
  if (item.status) {
    const template = document.querySelector(`.side .status--${CSS.escape(item.status)}, .status--${CSS.escape(item.status)}`);
    if (template) option.append(template.cloneNode(true));
  }
  option.append(made("span", "", item.label));
  if (item.hint) option.append(made("span", "option-hint", item.hint));
  return option;
}

function show(groups) {
  let index = 0;
  const parts = [];
  for (const group of groups) {
    if (!group.items.length) continue;
    const box = made("div", "");
    box.role = "group";
    box.setAttribute("aria-label", group.name);
    const head = made("div", "option-group", group.name);
    head.setAttribute("aria-hidden", "true");
    box.append(head, ...group.items.map((item) => optionOf(item, index++)));
    parts.push(box);
  }
  if (!index) parts.push(made("p", "option-empty", "Nothing found. Try fewer letters."));
  list.replaceChildren(...parts);
  choose(options()[0]);
  count.textContent = index === 1 ? "1 result" : `${index} results`;
}

// Where one has been lately is known to this browser only.
const lately = () => `northing.lately.${document.body.dataset.organization}.${document.body.dataset.person}`;

function recent() {
  try { return JSON.parse(localStorage.getItem(lately()) || "[]").filter((one) => one.href !== location.pathname); } catch { return []; }
}

function remember() {
  if (!/^\/[^/]+\/(o|kr|s|teams|people)\/[^/]+$/.test(location.pathname)) return;
  const here = { label: document.title.replace(/ · [^·]*$/, ""), href: location.pathname };
  try { localStorage.setItem(lately(), JSON.stringify([here, ...recent()].slice(0, 5))); } catch { /* Then nothing is recent. */ }
}

async function ask() {
  const mine = ++asked;
  const source = `${dialog.dataset.source}?q=${encodeURIComponent(input.value.trim())}`;
  try {
    const answer = await fetch(source, { headers: { Accept: "application/json" } });
    if (mine !== asked || !answer.ok) return;
    const groups = (await answer.json()).groups;
    show(input.value.trim() ? groups : [{ name: "Recent", items: recent().slice(0, 4) }, ...groups]);
  } catch {
    if (mine === asked) list.replaceChildren(made("p", "option-empty", "No connection. Try again in a moment."));
  }
}

function open() {
  opener = document.activeElement;
  document.getElementById("person-menu")?.hidePopover?.();
  dialog.showModal();
  input.select();
  ask();
}

function go(option, event) {
  if (!option) return;
  if (event.metaKey || event.ctrlKey) window.open(option.dataset.href, "_blank", "noopener");
  else location.assign(option.dataset.href);
}

function onKey(event) {
  const all = options();
  const at = all.indexOf(chosen());
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1 };
  if (event.key in steps && all.length) {
    event.preventDefault();
    choose(all[(steps[event.key] + all.length) % all.length]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    go(chosen(), event);
  }
}

if (dialog) {
  remember();
  document.addEventListener("click", (event) => { if (event.target.closest("[data-palette-open]")) open(); });
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 60); });
  input.addEventListener("keydown", onKey);
  list.addEventListener("click", (event) => go(event.target.closest("[role='option']"), event));
  list.addEventListener("mousemove", (event) => {
    const option = event.target.closest("[role='option']");
    if (option && option !== chosen()) choose(option);
  });
  dialog.addEventListener("close", () => opener?.focus?.());
}
