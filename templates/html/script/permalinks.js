// Turns the link to a node into a button that copies it, where the browser lets a page copy. What was done is said.
(() => {
  "use strict";
  const said = document.getElementById("_sagt");
  if (!said || !navigator.clipboard) return;
  const { link: before, copy, copied } = said.dataset;
  for (const link of document.querySelectorAll("a.permalink")) {
    const name = link.getAttribute("aria-label").slice(before.length);
    link.setAttribute("role", "button");
    link.setAttribute("aria-label", copy + name);
    link.title = copy + name;
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      try {
        await navigator.clipboard.writeText(link.href);
      } catch {
        location.assign(link.href);
        return;
      }
      said.textContent = copied + name;
      link.classList.add("copied");
      setTimeout(() => link.classList.remove("copied"), 2000);
    });
  }
})();
