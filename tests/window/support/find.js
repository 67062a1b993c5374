// The first element that is shown and has the role and the accessible name, or null. With a third argument it stands in
// something whose name begins so: a question, a card, a region.
const [role, name, part] = arguments;
return answer(() => {
  const parts = [...document.querySelectorAll(PARTS)].filter((place) => nameOf(place).startsWith(part));
  const places = part ? parts : [document.body];
  const all = places.flatMap((place) => [...place.querySelectorAll("*")]);
  return all.filter(hasRole(role)).find((element) => nameOf(element) === name) ?? null;
});
