// Small things that every page knows: dismissed explanations, copying, errors that take the focus, filters.
const seen = (key) => `northing.seen.${key}`;

function explanations(root) {
  for (const box of root.querySelectorAll("[data-explanation]")) {
    let isSeen = false;
    try { isSeen = localStorage.getItem(seen(box.dataset.explanation)) === "1"; } catch { /* Shown again then. */ }
    box.hidden = isSeen;
    const dismiss = box.querySelector("[data-dismiss]");
    if (dismiss) dismiss.hidden = false;
  }
}

function announce(words) {
  const place = document.getElementById("messages");
  if (!place) return;
  const message = Object.assign(document.createElement("p"), { className: "message", textContent: words });
  place.append(message);
  fade(message);
}

function fade(message) {
  setTimeout(() => message.remove(), 6000);
}

function focusOnErrors(root) {
  (root.querySelector("[data-error-summary]") || root.querySelector("[aria-invalid='true']"))?.focus();
}

document.addEventListener("click", async (event) => {
  const box = event.target.closest("[data-dismiss]")?.closest("[data-explanation]");
  if (box) {
    box.hidden = true;
    try { localStorage.setItem(seen(box.dataset.explanation), "1"); } catch { /* Shown again next time. */ }
  }
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    await navigator.clipboard?.writeText(new URL(copy.dataset.copy, location.href).href);
    announce("Copied");
  }
});
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-filters]");
  if (form && event.target.matches("select, [type='checkbox'], [type='radio'], [role='combobox']")) form.requestSubmit();
});
document.addEventListener("northing:say", (event) => announce(event.detail));
document.addEventListener("htmx:afterSettle", (event) => { explanations(event.target); focusOnErrors(event.target); });
document.addEventListener("htmx:sendError", () => announce("No connection. What you typed is still here."));
document.addEventListener("toggle", (event) => {
  const menu = event.target;
  if (!menu.matches?.("[data-menu]") || event.newState !== "open") return;
  const button = document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`)?.getBoundingClientRect();
  if (!button) return;
  menu.style.inset = "auto";
  menu.style.top = `${button.bottom + 4}px`;
  menu.style.left = `${Math.max(8, Math.min(button.left, innerWidth - menu.offsetWidth - 8))}px`;
}, true);
explanations(document);
focusOnErrors(document);
document.querySelectorAll("#messages .message").forEach(fade);
