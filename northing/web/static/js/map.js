// The map: arrows walk from goal to goal, dragging pans, the goal in focus is told in the inspector.
const map = document.querySelector("[data-map]");
const nodes = () => [...map.querySelectorAll("[data-node]")];
const byId = (id) => map.querySelector(`[data-node="${CSS.escape(id)}"]`);
const childrenOf = (node) => nodes().filter((one) => one.dataset.parent === node.dataset.node);
const parentOf = (node) => node.dataset.parent ? byId(node.dataset.parent) : null;
const boxOf = (node) => node.closest("foreignObject");
const middle = (node) => Number(boxOf(node).getAttribute("y")) + Number(boxOf(node).getAttribute("height")) / 2;
const columnOf = (node) => boxOf(node).getAttribute("x");

function beside(node, step) {
  const column = nodes().filter((one) => columnOf(one) === columnOf(node)).sort((a, b) => middle(a) - middle(b));
  return column[column.indexOf(node) + step];
}

function nearest(all, node) {
  return all.sort((a, b) => Math.abs(middle(a) - middle(node)) - Math.abs(middle(b) - middle(node)))[0];
}

const WAYS = {
  ArrowLeft: parentOf,
  ArrowRight: (node) => nearest(childrenOf(node), node),
  ArrowUp: (node) => beside(node, -1),
  ArrowDown: (node) => beside(node, 1),
};

function showLineage(node) {
  const line = new Set();
  for (let one = node; one && !line.has(one.dataset.node); one = parentOf(one)) line.add(one.dataset.node);
  for (const child of childrenOf(node)) line.add(child.dataset.node);
  for (const one of nodes()) {
    one.classList.toggle("is-lineage", line.has(one.dataset.node));
    if (one === node) one.setAttribute("aria-current", "true"); else one.removeAttribute("aria-current");
  }
  for (const edge of map.querySelectorAll("[data-edge]")) {
    const [child, parent] = edge.dataset.edge.split(" ");
    edge.classList.toggle("is-lineage", line.has(child) && line.has(parent));
  }
}

function inspect(node) {
  showLineage(node);
  const place = document.querySelector("[data-inspector]");
  if (!place || !node.dataset.inspect || place.dataset.shows === node.dataset.node) return;
  place.dataset.shows = node.dataset.node;
  clearTimeout(place.waiting);
  place.waiting = setTimeout(() => window.htmx?.ajax("GET", node.dataset.inspect, { target: place, swap: "innerHTML" }), 90);
}

function pan() {
  let from = null;
  map.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button || event.target.closest("a")) return;
    from = { x: event.clientX + map.scrollLeft, y: event.clientY + map.scrollTop };
    map.setPointerCapture(event.pointerId);
    map.classList.add("is-panning");
  });
  map.addEventListener("pointermove", (event) => {
    if (from) map.scrollTo(from.x - event.clientX, from.y - event.clientY);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    map.addEventListener(end, () => { from = null; map.classList.remove("is-panning"); });
  }
}

if (map) {
  map.addEventListener("keydown", (event) => {
    const node = event.target.closest("[data-node]");
    const to = node && !event.metaKey && !event.ctrlKey && !event.altKey && WAYS[event.key]?.(node);
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  map.addEventListener("focusin", (event) => {
    const node = event.target.closest("[data-node]");
    if (node) inspect(node);
  });
  // The first click tells about a goal, the second opens it; Enter opens at once.
  map.addEventListener("click", (event) => {
    const node = event.target.closest("[data-node]");
    if (!node || !event.detail || event.metaKey || event.ctrlKey || !document.querySelector("[data-inspector]")) return;
    if (node.dataset.told) return;
    event.preventDefault();
    for (const one of nodes()) delete one.dataset.told;
    node.dataset.told = "1";
    node.focus();
  });
  pan();
  const here = map.querySelector("[aria-current], [data-node=mission]");
  // Inside its own frame only: the page itself stays where it is.
  if (here) map.scrollTo(Math.max(boxOf(here).getAttribute("x") - map.clientWidth + 260, 0), middle(here) - map.clientHeight / 2);
}
