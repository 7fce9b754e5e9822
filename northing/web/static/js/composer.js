// What is usual for a kind of goal comes with choosing it, as long as nobody chose something else.
const form = document.getElementById("composer");
let before = form?.querySelector("[name='method']:checked");

function offer(method) {
  const { ask, usualKind, usualAmbition } = method.dataset;
  const kind = form.elements.m_kind;
  form.elements.statement.placeholder = ask;
  if (before && kind.value === before.dataset.usualKind) kind.value = usualKind;
  if (before && form.elements.ambition.value === before.dataset.usualAmbition) form.elements.ambition.value = usualAmbition;
  before = method;
}

form?.addEventListener("change", (event) => { if (event.target.name === "method") offer(event.target); });
form?.addEventListener("draft-restored", () => {
  before = form.querySelector("[name='method']:checked") || before;
  if (before) form.elements.statement.placeholder = before.dataset.ask;
});
