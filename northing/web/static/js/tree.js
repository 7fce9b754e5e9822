// The plan as a tree: nested lists become an ARIA tree with toggles and arrow keys. Without this module all of it is open.
const isOpen = (item) => item.getAttribute("aria-expanded") === "true";
const within = (item, what) => item.querySelector(`:scope > ${what}`);
const links = (item) => within(item, ".tree-row").querySelectorAll("a");
let named = 0;

function turn(item, open) {
  item.setAttribute("aria-expanded", String(open));
}

function addToggle(item) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "outline-toggle", tabIndex: -1, ariaLabel: "Open or close" });
  button.addEventListener("click", () => turn(item, !isOpen(item)));
  within(item, ".tree-row > .tree-toggle").replaceChildren(button);
}

function grow(tree) {
  tree.setAttribute("role", "tree");
  for (const item of tree.querySelectorAll("li:not([role])")) {
    const name = within(item, ".tree-row > .tree-name");
    name.id = `tree-${(named += 1)}`;
    item.setAttribute("role", "treeitem");
    item.setAttribute("aria-labelledby", name.id);
    leave(item);
    if (within(item, ".tree-row [data-tree-more]")) turn(item, false);
  }
  for (const list of tree.querySelectorAll("ul:not([role])")) {
    list.setAttribute("role", "group");
    addToggle(list.parentElement);
    turn(list.parentElement, true);
  }
  if (!tree.querySelector('li[tabindex="0"]')) enter(tree.firstElementChild);
}

function leave(item) {
  for (const part of [item, ...links(item)]) part.tabIndex = -1;
}

function enter(item) {
  item.closest("[data-tree]").querySelectorAll('li[tabindex="0"]').forEach(leave);
  for (const part of [item, ...links(item)]) part.tabIndex = 0;
}

function open(item) {
  const more = within(item, ".tree-row [data-tree-more]");
  if (more) more.click();
  else if (within(item, "ul")) turn(item, true);
}

function onKey(event) {
  const item = event.target.closest("li");
  if (event.altKey || event.ctrlKey || event.metaKey || (event.key === "Enter" && event.target !== item)) return;
  const items = [...event.currentTarget.querySelectorAll("li")].filter((one) => one.offsetParent);
  const at = items.indexOf(item);
  const to = {
    ArrowDown: () => items[at + 1],
    ArrowUp: () => items[at - 1],
    Home: () => items[0],
    End: () => items.at(-1),
    ArrowRight: () => (isOpen(item) ? item.querySelector("li") : open(item)),
    ArrowLeft: () => (isOpen(item) ? turn(item, false) : item.parentElement.closest("li")),
    Enter: () => within(item, ".tree-row .tree-name a")?.click(),
  }[event.key];
  if (!to) return;
  event.preventDefault();
  to()?.focus();
}

for (const tree of document.querySelectorAll("[data-tree]")) {
  grow(tree);
  tree.addEventListener("keydown", onKey);
  tree.addEventListener("focusin", (event) => enter(event.target.closest("li")));
  tree.addEventListener("htmx:afterSettle", () => grow(tree));
}
