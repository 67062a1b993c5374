// What is to be pressed of an element, in the middle of the window, once it stands still; a press on it is noted.
const [element, done] = arguments;
const target = /radio|checkbox/.test(element.type) ? (element.labels[0] ?? element) : element;
target.scrollIntoView({ block: 'center' });
window.pressed = false;
target.addEventListener('click', () => (window.pressed = true), { capture: true, once: true });
const place = () => JSON.stringify(target.getBoundingClientRect());
const settle = (before) =>
  requestAnimationFrame(() => (place() === before ? done(target) : settle(place())));
settle(place());
