// How things are called and what they stand in, as assistive technology says it. Laid before the scripts beside this one.
axe.setup(document.documentElement);
const { aria, dom, text } = axe.commons;
const PARTS = 'fieldset, article, section, nav, dialog, [role="radiogroup"], [role="dialog"]';
const nameOf = (element) =>
  text.accessibleText(element).replaceAll("\u00a0", " ").replaceAll("\u2060", "").replace(/ *, */g, ", ");
const hasRole = (role) => (element) => aria.getRole(element) === role && dom.isVisibleToScreenReaders(element);
const answer = (find) => {
  try {
    return find();
  } finally {
    axe.teardown();
  }
};
