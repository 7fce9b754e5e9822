// Listens to keyboard.js, which knows who is typing. Rows: J and K move, Enter opens, a button with data-row-key="i" inside the row is pressed by that key.
const rowsOf = () => [...document.querySelectorAll("[data-rows] [data-row]")].filter((row) => !row.hidden);
const current = () => document.querySelector("[data-row].is-current");

function go(to) {
  if (!to) return;
  current()?.classList.remove("is-current");
  to.classList.add("is-current");
  to.querySelector("a")?.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
}

function onKey({ detail: { key, event } }) {
  const rows = rowsOf();
  const at = rows.indexOf(event.target.closest?.("[data-row]") || current());
  if (key === "j") go(rows[Math.min(at + 1, rows.length - 1)]);
  else if (key === "k") go(rows[Math.max(at - 1, 0)]);
  else rows[at]?.querySelector(`[data-row-key="${CSS.escape(key)}"]`)?.click();
}

function fold(button) {
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
  const folded = [];
  const list = button.closest("ul, ol");
  for (const row of list.querySelectorAll("[data-depth]")) {
    const depth = Number(row.dataset.depth);
    while (folded.length && folded.at(-1) >= depth) folded.pop();
    row.hidden = folded.length > 0;
    if (row.querySelector("[data-outline-toggle]")?.getAttribute("aria-expanded") === "false") folded.push(depth);
  }
}

document.addEventListener("northing:key", onKey);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-outline-toggle]");
  if (button) fold(button);
});
