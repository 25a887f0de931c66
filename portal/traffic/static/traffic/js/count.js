// Counts this visit once it is one: a page that is only fetched ahead, or never looked at, does not count.

const script = document.querySelector("script[data-count]");

/** Resolves when somebody looks at the page. */
async function seen() {
  if (document.prerendering) {
    await new Promise((resolve) => {
      document.addEventListener("prerenderingchange", resolve, { once: true });
    });
  }
  while (document.visibilityState !== "visible") {
    await new Promise((resolve) => {
      document.addEventListener("visibilitychange", resolve, { once: true });
    });
  }
}

function show(figures, holder) {
  for (const place of holder.querySelectorAll("[data-figure]")) {
    if (figures[place.dataset.figure] === undefined) return;
    place.textContent = figures[place.dataset.figure];
  }
  holder.classList.add("is-ready");
}

async function count() {
  await seen();
  const body = new URLSearchParams();
  if (script.dataset.page) body.set("trang", script.dataset.page);
  // Kept alive: who goes on at once has seen the page, too.
  const answer = await fetch(script.dataset.count, { method: "POST", body, keepalive: true });
  if (!answer.ok) return;
  const figures = await answer.json();
  for (const holder of document.querySelectorAll("[data-visitors], [data-views]")) {
    show(figures, holder);
  }
}

// Figures are an extra: a line that breaks meanwhile leaves the page as it is, without them.
count().catch(() => {});
