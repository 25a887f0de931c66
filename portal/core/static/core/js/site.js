// Comfort for readers whose browser runs scripts; every page works in full without it.

/** Close open submenus on Escape, on a click elsewhere, and when focus leaves them. */
function closeSubmenus() {
  const open = () => document.querySelectorAll(".menu__sub[open]");
  const wide = window.matchMedia("(min-width: 62em)");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const current = document.activeElement.closest(".menu__item");
    for (const sub of open()) {
      sub.open = false;
      if (current?.contains(sub)) sub.querySelector("summary").focus();
    }
  });
  const closeOutside = (event) => {
    if (!wide.matches) return;
    for (const sub of open()) if (!sub.parentElement.contains(event.target)) sub.open = false;
  };
  document.addEventListener("click", closeOutside);
  document.addEventListener("focusin", closeOutside);
}

/** Buttons that only a script can serve are hidden until it runs. */
function revealButtons() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.classList.add("is-ready");
    button.addEventListener("click", () => window.print());
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.classList.add("is-ready");
    button.addEventListener("click", () => copy(button));
  }
}

async function copy(button) {
  const status = document.querySelector("[data-copy-status]");
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    status.textContent = button.dataset.done;
  } catch {
    status.textContent = button.dataset.failed;
  }
  window.setTimeout(() => { status.textContent = ""; }, 6000);
}

/** Browsers that cannot style closed details for paper get them opened while printing. */
function openDetailsForPaper() {
  const closed = new Set();
  window.addEventListener("beforeprint", () => {
    for (const item of document.querySelectorAll("main details:not([open])")) {
      item.open = true;
      closed.add(item);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const item of closed) item.open = false;
    closed.clear();
  });
}

/** Text size and contrast go along to the portal's other hosts; links to anybody else stay as they are. */
function bringReadingChoices() {
  const hosts = new Set([...document.querySelectorAll("[data-own-sites] a")].map((link) => link.host));
  hosts.delete(location.host);
  const choices = () => {
    try {
      const { size, contrast } = JSON.parse(localStorage.getItem("portal-reading")) ?? {};
      return size === undefined && !contrast ? "" : `#doc=${size ?? 0},${contrast ?? ""}`;
    } catch {
      return "";
    }
  };
  const bring = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.hash || !hosts.has(link.host)) return;
    const address = link.href;
    link.hash = choices();
    // In a new tab this page stays: the address is as it was for whoever copies it.
    window.setTimeout(() => { link.href = address; });
  };
  document.addEventListener("click", bring);
  document.addEventListener("auxclick", bring);
}

closeSubmenus();
revealButtons();
bringReadingChoices();
openDetailsForPaper();
