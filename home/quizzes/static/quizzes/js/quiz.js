// Keeps answers on the server while somebody ticks them; the buttons do the same without this script.
// Nothing is kept in the browser: school computers are shared.

const WAIT = 700;

/** Send the form as it stands to its own saving address, and say what came of it. */
async function save(form, status) {
  status.textContent = form.dataset.saving;
  try {
    const answer = await fetch(form.dataset.save, { method: "POST", body: new FormData(form), credentials: "same-origin" });
    const told = await answer.json();
    status.textContent = told.saved ?? told.error;
  } catch {
    status.textContent = form.dataset.failed;
  }
}

for (const form of document.querySelectorAll("[data-quiz]")) {
  const status = form.querySelector("[data-quiz-status]");
  let waiting;
  form.addEventListener("change", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => save(form, status), WAIT);
  });
  form.addEventListener("submit", () => window.clearTimeout(waiting));
}
