// The accessible names of all that is shown and has the role.
const [role] = arguments;
return answer(() => [...document.body.querySelectorAll("*")].filter(hasRole(role)).map(nameOf));
