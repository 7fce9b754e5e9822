// Search as you type over a plain input: what is typed counts even when nothing is chosen from the list.
let serial = 0;
let asked = 0;

const listOf = (box) => box.querySelector("[role='listbox']");
const inputOf = (box) => box.querySelector("input:not([type='hidden'])");
const idOf = (box) => box.querySelector("input[type='hidden']");

function prepare(box) {
  if (listOf(box)) return;
  const list = document.createElement("div");
  list.id = `picker-list-${++serial}`;
  list.className = "picker-list";
  list.role = "listbox";
  list.hidden = true;
  const count = Object.assign(document.createElement("p"), { className: "visually-hidden", role: "status" });
  box.append(list, count);
  const input = inputOf(box);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }
}

function close(box) {
  listOf(box).hidden = true;
  inputOf(box).setAttribute("aria-expanded", "false");
  inputOf(box).removeAttribute("aria-activedescendant");
}

function mark(box, option) {
  for (const one of listOf(box).children) one.setAttribute("aria-selected", String(one === option));
  if (!option) return;
  inputOf(box).setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function take(box, option) {
  inputOf(box).value = option.dataset.label;
  idOf(box).value = option.dataset.id;
  close(box);
  inputOf(box).dispatchEvent(new Event("change", { bubbles: true }));
}

function show(box, items) {
  const list = listOf(box);
  list.replaceChildren(...items.map((item, index) => {
    const option = Object.assign(document.createElement("div"), { className: "option", role: "option", id: `${list.id}-${index}` });
    option.dataset.id = item.id;
    option.dataset.label = item.label;
    option.append(Object.assign(document.createElement("span"), { textContent: item.label }));
    if (item.hint) option.append(Object.assign(document.createElement("span"), { className: "option-hint", textContent: item.hint }));
    return option;
  }));
  list.hidden = !items.length;
  inputOf(box).setAttribute("aria-expanded", String(!list.hidden));
  box.querySelector("[role='status']").textContent = items.length === 1 ? "1 match" : `${items.length} matches`;
  mark(box, list.firstElementChild);
}

async function ask(box) {
  const mine = ++asked;
  const typed = inputOf(box).value.trim();
  if (!typed) return close(box);
  try {
    const answer = await fetch(`${box.dataset.source}?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } });
    if (mine === asked && answer.ok) show(box, (await answer.json()).items);
  } catch { close(box); }
}

function onKey(event) {
  const box = event.target.closest?.("[data-picker]");
  if (!box || !listOf(box) || listOf(box).hidden) return;
  const all = [...listOf(box).children];
  const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) mark(box, all[(at + step + all.length) % all.length]);
  else if (event.key === "Enter" && at >= 0) take(box, all[at]);
  else if (event.key === "Escape") close(box);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

document.addEventListener("focusin", (event) => {
  const box = event.target.closest?.("[data-picker]");
  if (box) prepare(box);
});
document.addEventListener("input", (event) => {
  const box = event.target.closest?.("[data-picker]");
  if (!box || event.target.type === "hidden") return;
  idOf(box).value = "";
  clearTimeout(box.waiting);
  box.waiting = setTimeout(() => ask(box), 80);
});
document.addEventListener("keydown", onKey, true);
document.addEventListener("mousedown", (event) => {
  const option = event.target.closest?.(".picker-list [role='option']");
  if (!option) return;
  event.preventDefault();
  take(option.closest("[data-picker]"), option);
});
document.addEventListener("focusout", (event) => {
  const box = event.target.closest?.("[data-picker]");
  if (box && listOf(box) && !box.contains(event.relatedTarget)) close(box);
});
