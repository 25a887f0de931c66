// Before the first paint: the reader's text size and contrast. Loaded without "defer" on purpose.
(function () {
  try {
    var kept = JSON.parse(localStorage.getItem("portal-reading") || "{}");
    var root = document.documentElement;
    if (/^[12]$/.test(kept.size)) root.setAttribute("data-text", kept.size);
    if (kept.contrast === "high") root.setAttribute("data-contrast", "high");
  } catch (error) {
    // Storage is switched off or holds something else: the page shows as it is made.
    return;
  }
})();
