/* The grid of a week: rows by day over the JSON of one text field. Every change is written back into the
   field at once and announced as a change, so that Wagtail's own saving, warnings and history see it. */
(() => {
  "use strict";

  const Rows = window.ScheduleRows;
  const CHECK_AFTER = 700;
  const KEPT = "schedule:";
  const SENT = "schedule-sent:";

  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false && value !== null) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  class Grid {
    constructor(root) {
      this.root = root;
      this.field = root.querySelector("textarea");
      this.settings = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
      this.words = this.settings.words;
      this.form = root.closest("form");
      this.days = root.querySelector("[data-grid-days]");
      this.status = root.querySelector("[data-grid-status]");
      this.entries = this.read();
      if (this.entries === null) return; // what was sent cannot be shown as rows: the field stays
      this.path = window.location.pathname;
      this.key = `${KEPT}${this.path}`;
      this.open = new Set();
      this.field.hidden = true;
      root.querySelector("[data-grid-bar]").hidden = false;
      this.bind();
      new window.SchedulePaste(this, element);
      this.lists();
      this.render();
      this.offerKept();
      this.check();
    }

    read() {
      try {
        const found = JSON.parse(this.field.value || "[]");
        if (!Array.isArray(found)) return null;
        return found.map((entry) => ({ ...Rows.blank(""), ...entry }));
      } catch {
        return null;
      }
    }

    date(name) {
      const field = this.form.elements.namedItem(name);
      return field ? Rows.isoDate(field.value) : "";
    }

    week() {
      const [first, last] = [this.date("first"), this.date("last")];
      return first && last ? Rows.days(first, last) : [];
    }

    bind() {
      this.root.querySelector("[data-grid-copy]").addEventListener("click", () => this.copy());
      for (const name of ["first", "last"]) {
        const field = this.form.elements.namedItem(name);
        if (field) field.addEventListener("change", () => { this.render(); this.check(); });
      }
      // Enter in a cell must not send the whole form.
      this.root.addEventListener("keydown", (event) => this.keys(event));
      // Sent is not saved: a session may be over, a line may be down.
      this.form.addEventListener("submit", () => sessionStorage.setItem(`${SENT}${this.path}`, "1"));
    }

    lists() {
      for (const name of ["people", "places"]) {
        const list = element("datalist", { id: `${this.field.id}-${name}` });
        list.append(...this.settings[name].map((value) => element("option", { value })));
        this.root.append(list);
      }
    }

    /* Writing back ---------------------------------------------------------------------------- */

    save({ render = false } = {}) {
      this.field.value = JSON.stringify(this.entries);
      this.field.dispatchEvent(new Event("input", { bubbles: true }));
      this.field.dispatchEvent(new Event("change", { bubbles: true }));
      this.keep();
      if (render) this.render();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.check(), CHECK_AFTER);
    }

    /* Of this tab alone: a week holds what others at this machine must not find later. */
    keep() {
      try {
        sessionStorage.setItem(this.key, this.field.value);
        sessionStorage.removeItem(`${SENT}${this.path}`);
      } catch {
        this.say(this.words.failed);
      }
    }

    forget(path) {
      sessionStorage.removeItem(`${KEPT}${path}`);
      sessionStorage.removeItem(`${SENT}${path}`);
    }

    /* What the server shows as its own is saved, also what was kept at the address of a page not yet made. */
    forgetSaved() {
      if (document.querySelector(".messages .error")) return; // shown as it was sent, and not saved
      const saved = Rows.essence(this.entries);
      for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(KEPT))) {
        if (Rows.essence(JSON.parse(sessionStorage.getItem(key))) === saved) this.forget(key.slice(KEPT.length));
      }
    }

    offerKept() {
      this.forgetSaved();
      const kept = sessionStorage.getItem(this.key);
      if (!kept || Rows.essence(JSON.parse(kept)) === Rows.essence(this.entries)) return;
      const words = sessionStorage.getItem(`${SENT}${this.path}`) ? this.words.kept_sent : this.words.kept;
      const bar = element("div", { class: "schedule-grid__kept", role: "alert" }, `${words} `);
      const end = () => { bar.remove(); };
      bar.append(
        this.button(this.words.restore, () => {
          this.field.value = kept;
          this.entries = this.read() || [];
          this.save({ render: true });
          end();
        }),
        this.button(this.words.forget, () => { this.forget(this.path); end(); }),
      );
      this.root.prepend(bar);
    }

    say(text) { this.status.textContent = text; }

    /* Showing --------------------------------------------------------------------------------- */

    render() {
      const week = this.week();
      const outside = [...new Set(this.entries.map((entry) => entry.day))].filter((day) => !week.includes(day));
      const days = [...week, ...outside.filter(Boolean).sort()];
      this.days.replaceChildren(...days.map((day) => this.day(day, !week.includes(day))));
      if (!days.length) this.days.replaceChildren(element("p", {}, this.words.no_dates));
    }

    dayLabel(day) {
      const moment = new Date(`${day}T00:00:00Z`);
      const [year, month, date] = day.split("-");
      return `${this.words.weekdays.split(",")[moment.getUTCDay()]} ${date}/${month}/${year}`;
    }

    day(day, isOutside) {
      const rows = this.entries.filter((entry) => entry.day === day);
      const label = this.dayLabel(day) + (isOutside ? ` (${this.words.outside})` : "");
      const id = `${this.field.id}-${day}`;
      const section = element(
        "section",
        { class: "schedule-grid__day", "aria-labelledby": id, "data-day": day },
        element("h3", { id }, label),
      );
      if (!rows.length) section.append(element("p", { class: "help" }, this.words.empty));
      section.append(...rows.map((entry) => this.row(entry)));
      section.append(this.button(this.words.add, () => this.add(day), { "data-grid-add": day }));
      return section;
    }

    row(entry) {
      const row = element("div", { class: "schedule-grid__row", "data-row": entry.uid, role: "group" });
      row.append(
        this.select(entry, "session", this.settings.sessions),
        this.time(entry, "start"),
        this.time(entry, "end"),
        this.area(entry, "content", "schedule-grid__content"),
        this.people(entry, "chairs"),
        this.text(entry, "place", "places"),
        this.check_box(entry, "is_public"),
        this.actions(entry),
      );
      const more = element(
        "details",
        { class: "schedule-grid__more", open: this.open.has(entry.uid) },
        element("summary", {}, this.words.more),
        this.people(entry, "attendees"),
        this.text(entry, "prepared_by"),
        this.area(entry, "public_content"),
        this.text(entry, "note"),
        this.select(entry, "day", Object.fromEntries(this.dayChoices(entry).map((day) => [day, this.dayLabel(day)]))),
        this.select(entry, "mark", { "": this.words.no_mark, ...this.settings.marks }),
      );
      more.addEventListener("toggle", () => (more.open ? this.open.add(entry.uid) : this.open.delete(entry.uid)));
      row.append(more);
      return row;
    }

    dayChoices(entry) {
      const week = this.week();
      return week.includes(entry.day) ? week : [...week, entry.day];
    }

    labelled(entry, name, control) {
      const id = `${this.field.id}-${entry.uid}-${name}`;
      control.id = id;
      control.dataset.cell = name;
      return element("div", { class: `schedule-grid__cell schedule-grid__cell--${name}` },
        element("label", { for: id }, this.words[name]), control);
    }

    set(entry, name, value, render = false) {
      entry[name] = value;
      this.save({ render });
    }

    text(entry, name, list = null) {
      const control = element("input", {
        type: "text", value: entry[name], list: list ? `${this.field.id}-${list}` : null, autocomplete: "off",
        on: { input: (event) => this.set(entry, name, event.target.value) },
      });
      return this.labelled(entry, name, control);
    }

    area(entry, name) {
      const control = element("textarea", {
        rows: 2, on: { input: (event) => this.set(entry, name, event.target.value) },
      });
      control.value = entry[name];
      return this.labelled(entry, name, control);
    }

    people(entry, name) {
      const control = element("input", {
        type: "text", value: entry[name].join(", "), list: `${this.field.id}-people`, autocomplete: "off",
        on: { input: (event) => this.set(entry, name, Rows.names(event.target.value)) },
      });
      return this.labelled(entry, name, control);
    }

    time(entry, name) {
      const control = element("input", {
        type: "text", inputmode: "numeric", value: entry[name], size: 6, autocomplete: "off", placeholder: "07:30",
        on: { change: (event) => this.setTime(entry, name, event.target) },
      });
      return this.labelled(entry, name, control);
    }

    /* What cannot be read stays as it was typed, and is refused with its line when it is saved. */
    setTime(entry, name, control) {
      const read = Rows.time(control.value);
      control.setAttribute("aria-invalid", String(read === null));
      if (read !== null) control.value = read;
      entry[name] = read === null ? control.value : read;
      if (name === "start" && read) {
        entry.session = Rows.session(read, entry.session);
        const session = control.closest("[data-row]").querySelector('[data-cell="session"]');
        session.value = entry.session;
      }
      this.save();
    }

    select(entry, name, choices) {
      const control = element("select", {
        on: { change: (event) => this.set(entry, name, event.target.value, name === "day") },
      });
      control.append(...Object.entries(choices).map(([value, label]) =>
        element("option", { value, selected: value === entry[name] }, label)));
      return this.labelled(entry, name, control);
    }

    check_box(entry, name) {
      const control = element("input", {
        type: "checkbox", checked: entry[name], on: { change: (event) => this.set(entry, name, event.target.checked) },
      });
      return this.labelled(entry, name, control);
    }

    button(label, act, attributes = {}) {
      return element("button", { type: "button", class: "button button-small button-secondary", on: { click: act }, ...attributes }, label);
    }

    actions(entry) {
      const named = (word) => ({ "data-act": word });
      return element("div", { class: "schedule-grid__actions" },
        this.button(this.words.duplicate, () => this.duplicate(entry), named("duplicate")),
        this.button(this.words.up, () => this.move(entry, -1), named("up")),
        this.button(this.words.down, () => this.move(entry, 1), named("down")),
        this.button(this.words.remove, () => this.remove(entry), named("remove")));
    }

    /* Changing -------------------------------------------------------------------------------- */

    focus(entry, cell = "content") {
      const control = document.getElementById(`${this.field.id}-${entry.uid}-${cell}`);
      if (control) control.focus();
    }

    add(day) {
      const entry = Rows.blank(day);
      this.entries.push(entry);
      this.save({ render: true });
      this.focus(entry, "start");
    }

    duplicate(entry) {
      const copy = { ...entry, uid: Rows.uid(), mark: "", chairs: [...entry.chairs], attendees: [...entry.attendees] };
      this.entries.splice(this.entries.indexOf(entry) + 1, 0, copy);
      this.save({ render: true });
      this.focus(copy);
    }

    remove(entry) {
      const place = this.entries.indexOf(entry);
      this.entries.splice(place, 1);
      this.save({ render: true });
      this.say(`${this.words.removed} `);
      this.status.append(this.button(this.words.undo, () => {
        this.entries.splice(place, 0, entry);
        this.save({ render: true });
        this.say("");
        this.focus(entry);
      }));
    }

    /* Past its neighbour of the same day; at the edge, into the next day. */
    move(entry, step) {
      const rows = this.entries.filter((other) => other.day === entry.day);
      const neighbour = rows[rows.indexOf(entry) + step];
      const from = this.entries.indexOf(entry);
      if (neighbour) {
        const to = this.entries.indexOf(neighbour);
        [this.entries[from], this.entries[to]] = [this.entries[to], this.entries[from]];
      } else {
        const week = this.week();
        const day = week[week.indexOf(entry.day) + step];
        if (!day) return;
        entry.day = day;
        this.entries.splice(from, 1);
        if (step > 0) this.entries.unshift(entry); else this.entries.push(entry);
      }
      this.save({ render: true });
      this.focus(entry);
    }

    keys(event) {
      const row = event.target.closest("[data-row]");
      const entry = row && this.entries.find((one) => one.uid === row.dataset.row);
      if (!entry) return;
      if (event.key === "Enter" && !event.ctrlKey) {
        if (event.target.matches("input")) event.preventDefault();
        return;
      }
      if (event.key === "Enter") this.add(entry.day);
      else if (event.altKey && event.key === "ArrowUp") this.move(entry, -1);
      else if (event.altKey && event.key === "ArrowDown") this.move(entry, 1);
      else if (event.ctrlKey && event.key.toLowerCase() === "d") this.duplicate(entry);
      else return;
      event.preventDefault();
    }

    /* Asking ---------------------------------------------------------------------------------- */

    async ask(url, body) {
      const token = this.form.querySelector('input[name="csrfmiddlewaretoken"]');
      const options = body
        ? { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", "X-CSRFToken": token.value } }
        : {};
      const response = await fetch(url, { credentials: "same-origin", ...options });
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.error || this.words.failed);
      return answer;
    }

    async copy() {
      const first = this.date("first");
      if (!first) { this.say(this.words.no_dates); return; }
      if (this.entries.length && !window.confirm(this.words.replace)) return;
      try {
        const answer = await this.ask(`${this.settings.urls.copy}?first=${first}`);
        this.append(answer.entries);
        this.say(answer.entries.length
          ? this.words.copied.replace("%s", answer.entries.length)
          : this.words.nothing_to_copy);
      } catch (error) {
        this.say(error instanceof SyntaxError ? this.words.failed : error.message || this.words.failed);
      }
    }

    append(entries) {
      this.entries.push(...entries.map((entry) => ({ ...Rows.blank(""), ...entry })));
      this.save({ render: true });
    }

    async check() {
      const list = this.root.querySelector("[data-grid-warnings]");
      const [first, last] = [this.date("first"), this.date("last")];
      if (!first || !last) return;
      try {
        const answer = await this.ask(this.settings.urls.check, { first, last, entries: this.entries });
        list.replaceChildren(...answer.warnings.map((text) => element("li", {}, text)));
      } catch {
        list.replaceChildren(element("li", {}, this.words.failed));
      }
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const root of document.querySelectorAll("[data-schedule-grid]")) new Grid(root);
  });
})();
