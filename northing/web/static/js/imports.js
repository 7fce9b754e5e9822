// Dropping a file anywhere on its field, and refusing one that is too large before it is sent.
const form = document.querySelector("[data-import-file]");

if (form) {
  const field = form.querySelector("input[type=file]");
  const area = form.querySelector("[data-drop]");
  const tooLarge = form.querySelector("[data-too-large]");

  const check = () => {
    const most = Number(form.dataset.mostBytes);
    const isTooLarge = [...field.files].some((file) => file.size > most);
    tooLarge.hidden = !isTooLarge;
    field.setAttribute("aria-invalid", String(isTooLarge));
    return !isTooLarge;
  };

  field.addEventListener("change", check);
  form.addEventListener("submit", (event) => {
    if (!check()) {
      event.preventDefault();
      field.focus();
    }
  });
  for (const name of ["dragenter", "dragover"]) {
    area.addEventListener(name, (event) => {
      event.preventDefault();
      area.classList.add("is-over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    area.addEventListener(name, () => area.classList.remove("is-over"));
  }
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      field.files = event.dataTransfer.files;
      if (check()) form.requestSubmit();
    }
  });
}
