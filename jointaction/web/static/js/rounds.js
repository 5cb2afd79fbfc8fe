// Looks at a round again every 20 seconds, but not while somebody has something open or in hand there.
setInterval(() => {
  const grid = document.getElementById("grid");
  if (grid?.dataset.live && !document.hidden && !grid.querySelector("details[open], :focus")) htmx.trigger(grid, "look");
}, 20000);
