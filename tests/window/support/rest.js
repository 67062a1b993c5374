const done = arguments[arguments.length - 1];
const frame = () => new Promise(requestAnimationFrame);
const finite = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
const isSeen = (picture) => {
  const { top, bottom } = picture.getBoundingClientRect();
  return top < innerHeight && bottom > 0 && !picture.complete;
};
const isDrawn = (picture) =>
  new Promise((drawn) => ['load', 'error'].forEach((each) => picture.addEventListener(each, drawn, { once: true })));
document.fonts.ready
  .then(frame)
  .then(frame)
  .then(() => Promise.allSettled(document.getAnimations().filter(finite).map((each) => each.finished)))
  .then(() => Promise.all([...document.images].filter(isSeen).map(isDrawn)))
  .then(() => done());
