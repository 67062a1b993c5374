const done = arguments[arguments.length - 1];
const frame = () => new Promise(requestAnimationFrame);
const finite = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
document.fonts.ready
  .then(frame)
  .then(frame)
  .then(() => Promise.allSettled(document.getAnimations().filter(finite).map((each) => each.finished)))
  .then(() => done());
