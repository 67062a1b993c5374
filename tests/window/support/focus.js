// What has the focus: its role, its accessible name, and the names of what it stands in, from the inside out.
return answer(() => {
  const focused = document.activeElement;
  const parts = [];
  for (let part = focused.parentElement; part; part = part.parentElement) {
    if (part.matches(PARTS)) parts.push(nameOf(part));
  }
  return { role: aria.getRole(focused), name: nameOf(focused), parts };
});
