// On paper stand the day it was printed and the address to read it at, as no style sheet knows them.
(() => {
  "use strict";
  const line = document.querySelector(".printed");
  if (!line) return;
  addEventListener("beforeprint", () => {
    const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    // The address of a file is of one machine; where the site says its own, that is the one to give away.
    const own = document.querySelector("link[rel=canonical]")?.href ?? "";
    const address = own || (location.protocol === "file:" ? "" : location.href.split(/[?#]/)[0]);
    line.textContent = [line.dataset.said.replace("{day}", day), address].filter(Boolean).join(" ");
  });
})();
