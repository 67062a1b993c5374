// Dark where it was light, and light where it was dark; the other way the next time, so that all is as it was.
const { dataset } = document.documentElement;
const dark = dataset.theme ? dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
const { before } = dataset;
if (before === undefined) {
  dataset.before = dataset.theme ?? '';
  dataset.theme = dark ? 'light' : 'dark';
} else {
  delete dataset.before;
  if (before) dataset.theme = before;
  else delete dataset.theme;
}
