// The browser knows the time zone; whoever fills in the form need not.
const field = document.querySelector("[data-own-zone]");
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const isKnown = [...(field?.list?.options ?? [])].some((option) => option.value === own);
if (field && isKnown && field.value === field.defaultValue && field.value === "UTC") field.value = own;
