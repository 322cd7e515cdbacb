// Only in the preview: loads the page again when there is something new. Who does not look, does not listen, since a
// browser keeps few connections to one address.
(() => {
  "use strict";
  const own = document.currentScript.dataset.edition;
  let source = null;

  const close = () => {
    if (source) source.close();
    source = null;
  };
  const listen = () => {
    source = new EventSource("/_planc/events?edition=" + encodeURIComponent(own));
    source.onmessage = (event) => {
      if (event.data !== own) location.reload();
    };
  };
  const judge = () => {
    if (document.hidden) close();
    else if (!source) listen();
  };
  document.addEventListener("visibilitychange", judge);
  addEventListener("pagehide", close);
  addEventListener("pageshow", judge);
  judge();
})();
