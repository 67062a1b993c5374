// The first element that is shown and has the role and the accessible name, or null.
const [role, name] = arguments;
axe.setup(document.documentElement);
try {
  const { aria, dom, text } = axe.commons;
  const is = (element) =>
    aria.getRole(element) === role &&
    dom.isVisibleToScreenReaders(element) &&
    text.accessibleText(element) === name;
  return [...document.body.querySelectorAll("*")].find(is) ?? null;
} finally {
  axe.teardown();
}
