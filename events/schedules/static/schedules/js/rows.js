/* What the grid knows about rows, without a page: times as people type them, days of a week, lists of
   names. */
(() => {
  "use strict";

  const MINUTES = /^(\d{1,2})\s*(?:giờ|gio|[hHgG:.])\s*(\d{1,2})?\s*(?:'|’|phút|ph|p)?$/u;

  /* "7h30", "7 giờ 30'", "0730", "14" as 07:30 and 14:00; null for what is no time. */
  function time(text) {
    const typed = text.trim().toLowerCase();
    if (typed === "") return "";
    const match = MINUTES.exec(typed) || /^(\d{1,2})(\d{2})$/.exec(typed) || /^(\d{1,2})$/.exec(typed);
    if (!match) return null;
    const hours = Number(match[1]);
    const minutes = Number(match[2] || 0);
    if (hours > 23 || minutes > 59) return null;
    return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
  }

  /* Noon begins the afternoon; without a time the session stays as it was. */
  function session(start, present) {
    if (!start || present === "all_day") return present;
    return Number(start.slice(0, 2)) < 12 ? "morning" : "afternoon";
  }

  /* Days from first to last as ISO text, at most a month of them. */
  function days(first, last) {
    const found = [];
    const day = new Date(`${first}T00:00:00Z`);
    const end = new Date(`${last}T00:00:00Z`);
    while (day <= end && found.length < 31) {
      found.push(day.toISOString().slice(0, 10));
      day.setUTCDate(day.getUTCDate() + 1);
    }
    return found;
  }

  /* A date as its field holds it: ISO, or day/month/year. */
  function isoDate(text) {
    const typed = text.trim();
    if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return typed;
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
    if (!match) return "";
    return `${match[3]}-${match[2].padStart(2, "0")}-${match[1].padStart(2, "0")}`;
  }

  const names = (text) => text.split(/[,;\n]/u).map((name) => name.trim()).filter(Boolean);

  function uid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function blank(day) {
    return {
      uid: uid(), day, session: "morning", start: "", end: "", content: "", chairs: [], attendees: [],
      prepared_by: "", place: "", note: "", is_public: false, public_content: "", mark: "",
    };
  }

  /* Two states of a week are one when a reader could not tell them apart: the server composes letters, trims
     them, and marks what an amendment did. */
  function essence(entries) {
    const fields = Object.keys(blank("")).filter((name) => !["uid", "mark"].includes(name));
    const bare = (value) => (typeof value === "string" ? value.normalize("NFC").trim() : value);
    return JSON.stringify(entries.map((entry) => fields.map((name) =>
      (Array.isArray(entry[name]) ? entry[name].map(bare) : bare(entry[name])))));
  }

  window.ScheduleRows = { essence, time, session, days, isoDate, names, uid, blank };
})();
