/**
 * Makes every address field of Wagtail's admin follow our rules, when it is filled from the title
 * and when it is typed into. Wagtail's own rules would drop letters such as Đ or keep Unicode.
 *
 * Wagtail attaches a Stimulus controller, "w-slug", to the field and offers no hook inside it;
 * registering a controller under the same name replaces it. Ours extends the original, so that
 * what it does besides (comparing, formatters, events) stays as it is.
 */
import { slugify } from "./slug.js";

const IDENTIFIER = "w-slug";
const VALID_SLUG = /^[-\w]+$/;

function extend(SlugController) {
  return class VietnameseSlugController extends SlugController {
    connect() {
      super.connect();
      // Enter submits the form without a blur, but not without a change event.
      this.cleanTyped = () => this.slugify();
      this.element.addEventListener("change", this.cleanTyped);
    }

    disconnect() {
      this.element.removeEventListener("change", this.cleanTyped);
      super.disconnect();
    }

    /** On leaving the field. An address that is in use stays, even one made by older rules. */
    slugify(event, options = {}) {
      const { value, defaultValue } = this.element;
      const asked = event?.detail?.value !== undefined;
      if (!asked && value === defaultValue && VALID_SLUG.test(value)) return value;
      return this.clean("slugify", event, options);
    }

    /** On a change of the title. */
    urlify(event, options = {}) {
      return this.clean("urlify", event, options);
    }

    clean(action, event, { ignoreUpdate = false, runFormat = !ignoreUpdate } = {}) {
      const sourceValue = event?.detail?.value ?? this.element.value;
      const cleanValue = slugify(this.prepareValue(sourceValue, { runFormat }));
      if (!ignoreUpdate) this.applyUpdate(action, cleanValue, sourceValue);
      return cleanValue;
    }
  };
}

const application = window.wagtail?.app;
const original = application?.router.modulesByIdentifier.get(IDENTIFIER);
if (original) {
  application.register(IDENTIFIER, extend(original.definition.controllerConstructor));
}
