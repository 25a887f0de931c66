/**
 * Hides the fields that the chosen form of presentation does not ask for. The server asks for the right
 * ones whatever is shown, and a hidden field keeps what was written in it.
 */
(() => {
  const data = document.getElementById("legal-education-forms");
  const choice = document.querySelector("#id_form");
  if (!data || !choice || !document.querySelector("[data-legal-form]")) return;
  const table = JSON.parse(data.textContent);

  /** The panel around a field: Wagtail names it after the field. */
  function panelOf(name) {
    const field = document.querySelector(`[data-contentpath="${name}"]`);
    return field?.closest(".w-panel") ?? field;
  }

  function show() {
    const asked = table.asked[choice.value] ?? table.all;
    for (const name of table.all) {
      const panel = panelOf(name);
      if (panel) panel.hidden = !asked.includes(name);
    }
  }

  choice.addEventListener("change", show);
  show();
})();
