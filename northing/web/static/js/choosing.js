// The row of methods: digits choose while it has the focus, and the suggestion below it is taken without a reload.
const row = document.getElementById("id_method");
const radios = row ? [...row.querySelectorAll("[name='method']")] : [];

function choose(radio) {
  radio.checked = true;
  radio.focus();
  for (const name of ["input", "change"]) radio.dispatchEvent(new Event(name, { bubbles: true }));
}

row?.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || !/^[1-9]$/.test(event.key)) return;
  const radio = radios[Number(event.key) - 1];
  if (!radio || !event.target.matches("[type='radio']")) return;
  event.preventDefault();
  choose(radio);
});

row?.addEventListener("click", (event) => {
  const taken = event.target.closest("[name='take']");
  const radio = taken && radios.find((one) => one.value === taken.value);
  if (!radio) return;
  event.preventDefault();
  choose(radio);
});

// A draft that the browser brought back says other words than the server knew.
const statement = row?.form?.elements.statement;
const isBroughtBack = statement && (statement.value !== statement.defaultValue || radios.some((one) => one.checked !== one.defaultChecked));
if (isBroughtBack) addEventListener("load", () => window.htmx?.trigger("#suggestion", "refresh"));
