// Starts what Wagtail would start by inline scripts, which the policy of the administration forbids:
// portal/seam/inline_scripts.py writes what and with which arguments, as data. Stimulus sees what stands in the
// page, what a window brings and what a new row brings. Nothing but these names is ever called.

const STARTERS = new Set([
  "Chooser", "PageChooser", "ImageChooser", "DocumentChooser", "SnippetChooser", "createTaskChooser",
  "initDateChooser", "initTimeChooser", "initDateTimeChooser",
  "InlinePanel", "MultipleChooserPanel",
]);

window.wagtail.app.register("portal-start", class extends window.StimulusModule.Controller {
  static values = { with: String };

  connect() {
    const name = this.withValue;
    const given = [JSON.parse(this.element.textContent)].flat();
    // Once: a row that is moved connects again.
    this.element.remove();
    if (!STARTERS.has(name)) throw new Error(`portal-start: ${name}`);
    if (/^[A-Z]/.test(name)) new window[name](...given);
    else window[name](...given);
  }
});

// The frame of a picture's focal point finds out about touch by writing an event handler, which is refused and
// complained of; whoever is told need not find out.
document.addEventListener("DOMContentLoaded", () => {
  const frame = window.jQuery.Jcrop;
  if (frame) frame.defaults.touchSupport = "ontouchstart" in window;
});
