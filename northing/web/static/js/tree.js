// The plan as a tree: nested lists become an ARIA tree with toggles and arrow keys. Without this module all of it is open.
const opened = (item) => item.getAttribute("aria-expanded");
const listOf = (item) => item.querySelector(":scope > ul");
const rowOf = (item) => item.querySelector(":scope > .tree-row");
const linksOf = (item) => rowOf(item).querySelectorAll("a, button");
const shown = (tree) => [...tree.querySelectorAll("li")].filter((item) => item.offsetParent !== null);

function turn(item, open) {
  item.setAttribute("aria-expanded", String(open));
  item.querySelector(":scope > .tree-row button")?.setAttribute("aria-expanded", String(open));
}

function addToggle(item) {
  const place = item.querySelector(":scope > .tree-row > .tree-toggle");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "outline-toggle", tabIndex: -1 });
  button.innerHTML = '<svg class="icon icon--small" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true"><path d="M6 4l4 4-4 4"/></svg>';
  button.setAttribute("aria-label", "Open or close");
  button.addEventListener("click", () => turn(item, opened(item) !== "true"));
  place.replaceChildren(button);
}

function grow(tree) {
  tree.setAttribute("role", "tree");
  for (const item of tree.querySelectorAll("li:not([role])")) {
    const name = item.querySelector(":scope > .tree-row > .tree-name");
    name.id ||= `tree-${crypto.randomUUID?.() ?? Math.random()}`;
    item.setAttribute("role", "treeitem");
    item.setAttribute("aria-labelledby", name.id);
    item.tabIndex = -1;
    for (const link of linksOf(item)) link.tabIndex = -1;
  }
  for (const list of tree.querySelectorAll("ul:not([role])")) {
    list.setAttribute("role", "group");
    addToggle(list.parentElement);
    turn(list.parentElement, true);
  }
  const more = tree.querySelectorAll("[data-tree-more]");
  for (const link of more) link.closest("li").setAttribute("aria-expanded", "false");
  if (!tree.querySelector('li[tabindex="0"]') && tree.firstElementChild) enter(tree.firstElementChild);
}

function enter(item) {
  for (const other of item.closest("[data-tree]").querySelectorAll('li[tabindex="0"]')) {
    other.tabIndex = -1;
    for (const link of linksOf(other)) link.tabIndex = -1;
  }
  item.tabIndex = 0;
  for (const link of linksOf(item)) if (!link.matches("button")) link.tabIndex = 0;
}

function open(item) {
  const more = item.querySelector(":scope > .tree-row [data-tree-more]");
  if (more) more.click();
  else if (listOf(item)) turn(item, true);
}

function onKey(event) {
  const item = event.target.closest("[role='treeitem']");
  if (!item || event.altKey || event.ctrlKey || event.metaKey) return;
  const items = shown(event.currentTarget);
  const at = items.indexOf(item);
  const isOpen = opened(item) === "true";
  const to = {
    ArrowDown: () => items[at + 1],
    ArrowUp: () => items[at - 1],
    Home: () => items[0],
    End: () => items.at(-1),
    ArrowRight: () => (isOpen ? listOf(item)?.querySelector("li") : open(item)),
    ArrowLeft: () => (isOpen && listOf(item) ? turn(item, false) : item.parentElement.closest("li")),
    Enter: () => (event.target === item ? item.querySelector(":scope > .tree-row .tree-name a")?.click() : null),
  }[event.key];
  if (!to || (event.key === "Enter" && event.target !== item)) return;
  event.preventDefault();
  to()?.focus();
}

for (const tree of document.querySelectorAll("[data-tree]")) {
  grow(tree);
  tree.addEventListener("keydown", onKey);
  tree.addEventListener("focusin", (event) => enter(event.target.closest("li")));
  tree.addEventListener("htmx:afterSettle", () => grow(tree));
}
