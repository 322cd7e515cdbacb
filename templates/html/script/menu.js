// Closes the menu of a phone behind who leaves it by keyboard, so that it lies over nothing they go on to.
(() => {
  "use strict";
  const menu = document.getElementById("_meny");
  if (!menu?.hidePopover) return;
  document.addEventListener("focusin", ({ target }) => {
    if (!menu.contains(target) && menu.matches(":popover-open")) menu.hidePopover();
  });
})();
