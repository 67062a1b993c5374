// How long it takes from what the officer does until the window shows it, in milliseconds, a few times.
// Shown is when the frame that holds it has been drawn.
const [measured, before, done] = arguments;
const TIMES = 5;

const channel = new MessageChannel();
const drawn = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  });

// Waits for what changes in the page, pictures that are loaded included.
const until = (shown) =>
  new Promise((resolve) => {
    const watch = new MutationObserver(look);
    function look() {
      if (!shown()) return;
      watch.disconnect();
      document.removeEventListener('load', look, true);
      resolve();
    }
    watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    document.addEventListener('load', look, true);
    look();
  });

const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function taken(act, shown) {
  const start = performance.now();
  act();
  await until(shown);
  await drawn();
  return performance.now() - start;
}

const titleField = () => [...document.querySelectorAll('input')].find((input) => input.labels[0]?.innerText.startsWith('Namn'));

function writeTitle(text) {
  const field = titleField();
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return () => field.blur();
}

const railTitle = () => document.querySelector('.rail .project').textContent;

async function field(i) {
  const text = `Lokalvård ${String(i)}`;
  return taken(writeTitle(text), () => railTitle() === text);
}

const toAdd = () => document.querySelector('.offers li:has(> .add)')?.id;

// A requirement is added from the catalogue at the side: its card comes among the others. It is listed at the side until
// that has been asked for again.
async function list() {
  await until(toAdd);
  const cards = () => document.querySelectorAll('.cards > *').length;
  const [before, adds] = [cards(), toAdd()];
  const time = await taken(() => document.querySelector('.offers .add').click(), () => cards() > before);
  await until(() => toAdd() !== adds);
  return time;
}

const page = () => [...document.querySelectorAll('main img, #content img')].find((image) => image.src.includes('page'));

// From the way to the documents until their first page can be seen, when the text has changed since last time.
async function preview(i) {
  location.hash = '#/project/procurement';
  await until(titleField);
  const text = `Lokalvård ${String(i)}`;
  writeTitle(text)();
  await until(() => railTitle() === text);
  await drawn();
  return taken(() => (location.hash = '#/project/documents'), () => page()?.complete && page().naturalWidth > 0);
}

async function measure() {
  const all = [];
  for (let i = before; i < before + TIMES; i++) {
    all.push(await { field, list, preview }[measured](i));
    await rest(50);
  }
  return all;
}

measure().then(done, (error) => done(String(error)));
