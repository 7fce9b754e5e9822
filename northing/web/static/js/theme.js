// Runs before the first paint: the chosen colours, if any were chosen. Without a choice the system decides.
(function () {
  const root = document.documentElement;
  const chosen = () => { try { return localStorage.getItem("northing.theme") || ""; } catch { return ""; } };
  const show = () => {
    if (chosen()) root.dataset.theme = chosen(); else delete root.dataset.theme;
    for (const button of document.querySelectorAll("[data-theme-choice]")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosen()));
    }
  };
  show();
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-choice]");
    if (!button) return;
    try { localStorage.setItem("northing.theme", button.dataset.themeChoice); } catch { root.dataset.theme = button.dataset.themeChoice; }
    show();
  });
})();
