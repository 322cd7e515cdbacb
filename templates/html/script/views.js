// The simple view and the full one. Which it is stands in the address alone, and goes with every link inside the site.
// The style sheet hides what only the full view shows, and does so only where scripts run.
(() => {
  "use strict";
  const root = document.documentElement;
  const buttons = document.querySelectorAll("button[data-view]");
  const isFull = () => root.dataset.view === "full";

  const show = (view) => {
    if (view) root.dataset.view = view;
    else delete root.dataset.view;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  };
  const marked = (address) => {
    const url = new URL(address, location.href);
    if (isFull()) url.searchParams.set("visning", "full");
    else url.searchParams.delete("visning");
    return url.href;
  };
  // A link into what the simple view hides, such as a footnote, shows all.
  const judge = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest(".more")) show("full");
  };

  show(new URLSearchParams(location.search).get("visning") === "full" ? "full" : "");
  judge();
  addEventListener("hashchange", judge);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.dataset.view);
      history.replaceState(history.state, "", marked(location.href));
      const said = document.getElementById("_sagt");
      said.textContent = `${said.dataset.shown} ${button.textContent}`;
    });
  }
  // On paper stands what the view shows.
  for (const button of document.querySelectorAll(".views .print")) button.addEventListener("click", () => print());
  const carry = ({ target }) => {
    const link = target instanceof Element && target.closest("a[href]");
    // What leads out of the site is left as it is; so is everything, while the simple view is shown.
    if (link && (isFull() || link.search) && link.rel !== "external" && /^(file|https?):$/.test(link.protocol)) link.href = marked(link.href);
  };
  for (const event of ["click", "auxclick", "contextmenu"]) document.addEventListener(event, carry, true);
  document.addEventListener("submit", ({ target }) => {
    if (!isFull() || target.querySelector("[name=visning]")) return;
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "visning", value: "full" });
    target.append(field);
  });
})();
