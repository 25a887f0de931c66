// Before the first paint: the reader's text size and contrast. Loaded without "defer" on purpose.
// A browser keeps them for each host; a link from another site of the portal brings them along (site.js).
(function () {
  try {
    var brought = /^#doc=([012]),(high)?$/.exec(location.hash);
    if (brought) {
      history.replaceState(history.state, "", location.pathname + location.search);
      var choices = { size: brought[1], contrast: brought[2] || "" };
      localStorage.setItem("portal-reading", JSON.stringify(choices));
    }
    var kept = JSON.parse(localStorage.getItem("portal-reading") || "{}");
    var root = document.documentElement;
    if (/^[12]$/.test(kept.size)) root.setAttribute("data-text", kept.size);
    if (kept.contrast === "high") root.setAttribute("data-contrast", "high");
  } catch (error) {
    // Storage is switched off or holds something else: the page shows as it is made.
    return;
  }
})();
