// Closes the menu of a phone behind who leaves it by keyboard, so that it lies over nothing they go on to.
(() => {
  "use strict";
  const menu = document.getElementById("_meny");
  if (!menu?.hidePopover) return;
  document.addEventListener("focusin", ({ target }) => {
    // A press on the button that opens it gives that the focus too, and closes it by itself.
    if (!menu.contains(target) && target.matches(":focus-visible") && menu.matches(":popover-open")) menu.hidePopover();
  });
})();
