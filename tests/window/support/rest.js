const done = arguments[arguments.length - 1];
const frame = () => new Promise(requestAnimationFrame);
// What is folded away, as in closed details, stands still until it is unfolded.
const ends = ({ effect }) => effect.getComputedTiming().endTime !== Infinity && (effect.target?.checkVisibility() ?? true);
const isSeen = (picture) => {
  const { top, bottom } = picture.getBoundingClientRect();
  return top < innerHeight && bottom > 0 && !picture.complete;
};
const isDrawn = (picture) =>
  new Promise((drawn) => ['load', 'error'].forEach((each) => picture.addEventListener(each, drawn, { once: true })));
document.fonts.ready
  .then(frame)
  .then(frame)
  .then(() => Promise.allSettled(document.getAnimations().filter(ends).map((each) => each.finished)))
  .then(() => Promise.all([...document.images].filter(isSeen).map(isDrawn)))
  .then(() => done());
