// What axe says of the page: the rules that held, and each fault with its places.
const done = arguments[arguments.length - 1];
const places = (rule) => rule.nodes.map((node) => `${node.target.join(" ")}  ${node.html}`).join("\n    ");
axe.run(document).then(({ passes, violations }) =>
  done({
    passes: passes.map((rule) => rule.id),
    violations: violations.map((rule) => `${rule.id}: ${rule.help}\n    ${places(rule)}`),
  }),
);
