/* A table from Excel or Word, pasted below the grid's bar: the server says line by line what it understood,
   and nothing goes into the grid before the person says so. */
(() => {
  "use strict";

  class Paste {
    constructor(grid, element) {
      this.grid = grid;
      this.element = element;
      this.words = grid.words;
      this.panel = grid.root.querySelector("[data-paste]");
      this.box = this.panel.querySelector("[data-paste-box]");
      this.result = this.panel.querySelector("[data-paste-result]");
      this.status = this.panel.querySelector("[data-paste-status]");
      this.opener = grid.root.querySelector("[data-grid-paste]");
      this.html = "";
      this.opener.addEventListener("click", () => this.toggle(this.panel.hidden));
      this.reader = this.panel.querySelector("[data-paste-read]");
      this.reader.addEventListener("click", () => this.read());
      this.panel.querySelector("[data-paste-close]").addEventListener("click", () => this.toggle(false));
      this.panel.addEventListener("keydown", (event) => { if (event.key === "Escape") this.toggle(false); });
      this.box.addEventListener("paste", (event) => this.pasted(event));
      this.box.addEventListener("input", (event) => { if (event.inputType !== "insertFromPaste") this.html = ""; });
    }

    toggle(open) {
      this.panel.hidden = !open;
      this.opener.setAttribute("aria-expanded", String(open));
      (open ? this.box : this.opener).focus();
    }

    /* The text lands in the box as usual; the table behind it, with its merged cells, goes along. */
    pasted(event) {
      if (!event.clipboardData) return;
      this.html = event.clipboardData.getData("text/html");
      setTimeout(() => this.read());
    }

    async read() {
      this.result.replaceChildren();
      if (!this.box.value.trim() && !this.html) { this.status.textContent = this.words.paste_nothing; return; }
      this.wait(true);
      const sent = { html: this.html, text: this.box.value, first: this.grid.date("first"), last: this.grid.date("last") };
      try {
        const answer = await this.grid.ask(this.grid.settings.urls.paste, sent);
        this.show(answer);
      } catch (error) {
        this.status.textContent = error instanceof SyntaxError ? this.words.failed : error.message || this.words.failed;
      } finally {
        this.wait(false);
      }
    }

    wait(is_reading) {
      this.reader.disabled = is_reading;
      if (is_reading) this.status.textContent = this.words.paste_reading;
    }

    show(answer) {
      const make = this.element;
      this.unfinished = [];
      this.status.textContent = `${answer.summary} ${answer.problems.join(" ")}`;
      const rows = answer.lines.map((line) => make("tr", {},
        make("th", { scope: "row", "data-label": this.words.paste_line }, String(line.number)),
        make("td", { "data-label": `${this.words.paste_text}:` }, line.text),
        make("td", { "data-label": `${this.words.paste_understood}:` },
          ...(line.understood.length ? line.understood : [line.kind]).map((text) => make("p", {}, text)),
          ...line.doubts.map((text) => make("p", { class: "schedule-grid__doubt" }, text)),
          ...(line.unfinished.length ? [this.choice(line.unfinished)] : []))));
      const heads = [this.words.paste_line, this.words.paste_text, this.words.paste_understood];
      const table = make("table", { class: "schedule-grid__understood" },
        make("thead", {}, make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)))),
        make("tbody", {}, ...rows));
      const region = make("div", { class: "schedule-grid__scroll", tabindex: "0", role: "region", "aria-label": this.words.paste_understood }, table);
      this.result.replaceChildren(region);
      if (!answer.entries.length && !this.unfinished.length) return;
      const chosen = () => [...answer.entries, ...this.unfinished.filter(({ box }) => box.checked).flatMap(({ entries }) => entries)];
      const add = this.grid.button("", () => this.add(chosen()), { "data-paste-add": true });
      const count = () => {
        add.textContent = this.words.paste_add.replace("%s", chosen().length);
        add.disabled = !chosen().length;
      };
      for (const { box } of this.unfinished) box.addEventListener("change", count);
      count();
      this.result.append(add);
      (add.disabled ? this.unfinished[0].box : add).focus();
    }

    /* A line that was not understood comes along when the person says so, to be finished in the grid. */
    choice(entries) {
      const box = this.element("input", { type: "checkbox", "data-paste-unfinished": true });
      this.unfinished.push({ box, entries });
      return this.element("label", { class: "schedule-grid__unfinished" }, box, ` ${this.words.paste_unfinished}`);
    }

    add(entries) {
      this.grid.append(entries);
      this.grid.say(`${this.words.pasted.replace("%s", entries.length)} `);
      const uids = entries.map((entry) => entry.uid);
      this.grid.status.append(this.grid.button(this.words.undo, () => {
        this.grid.entries = this.grid.entries.filter((entry) => !uids.includes(entry.uid));
        this.grid.save({ render: true });
        this.grid.say("");
      }));
      this.box.value = "";
      this.html = "";
      this.status.textContent = "";
      this.result.replaceChildren();
      this.toggle(false);
      this.grid.focus(entries[0]);
    }
  }

  window.SchedulePaste = Paste;
})();
