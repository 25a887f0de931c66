/**
 * What was typed survives an expired session: the fields of an editor are kept in this browser, by
 * account and address, and offered again after signing in.
 *
 * Restoring a page or snippet with drafts sends the kept fields to the server as a saved draft: Wagtail
 * itself then rebuilds StreamField and rich text, or shows the form again with its errors. Any other
 * form is filled in the browser and nothing is saved.
 */
const PREFIX = "portal-typed";
const KEEP_DAYS = 7;
const SKIP = new Set(["csrfmiddlewaretoken", "overwrite_revision_id", "next"]);
const CURRENT = new Set(["loaded_revision_id", "loaded_revision_created_at"]);
const SELECTOR = "form[data-edit-form], #main form[method=post i][novalidate]";

const form = document.body.classList.contains("login") ? null : document.querySelector(SELECTOR);
const hasDrafts = Boolean(form?.matches("[data-controller~=w-autosave]"));
let initial = null;
let account = null;
let lastKey = null;

const keyOf = () => `${PREFIX}:${account}:${location.pathname}`;

function fields() {
  const secret = new Set([...form.querySelectorAll("input[type=password]")].map((input) => input.name));
  return [...new FormData(form).entries()].filter(
    ([name, value]) => typeof value === "string" && !SKIP.has(name) && !secret.has(name),
  );
}

const comparable = (rows) => JSON.stringify(rows.filter(([name]) => !CURRENT.has(name)));

function keep() {
  if (!form || account === null || initial === null) return;
  const rows = fields();
  if (lastKey && lastKey !== keyOf()) localStorage.removeItem(lastKey);
  lastKey = keyOf();
  try {
    if (comparable(rows) === initial) localStorage.removeItem(lastKey);
    else localStorage.setItem(lastKey, JSON.stringify({ at: Date.now(), rows }));
  } catch {
    // The browser's store is full or forbidden: the editor works on without the safety net.
  }
}

function saved() {
  if (account === null || !form) return;
  localStorage.removeItem(keyOf());
  initial = comparable(fields());
}

function forgetAccount() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(`${PREFIX}:${account}:`)) localStorage.removeItem(key);
  }
}

function forgetOld() {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(`${PREFIX}:`)) continue;
    const entry = read(key);
    if (!entry || Date.now() - entry.at > KEEP_DAYS * 86400e3) localStorage.removeItem(key);
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** The form as a saved draft, with today's token and the revision that is loaded now. */
function sendAsDraft(rows) {
  const sent = Object.assign(document.createElement("form"), { method: "post", action: form.action });
  const now = new FormData(form);
  const add = (name, value) => sent.append(Object.assign(document.createElement("textarea"), { name, value }));
  for (const [name, value] of rows) if (!CURRENT.has(name)) add(name, value);
  for (const name of ["csrfmiddlewaretoken", ...CURRENT]) if (now.has(name)) add(name, now.get(name));
  sent.hidden = true;
  document.body.append(sent);
  sessionStorage.setItem(PREFIX, keyOf());
  window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
  sent.submit();
}

function fillIn(rows) {
  const values = Map.groupBy ? Map.groupBy(rows, ([name]) => name) : grouped(rows);
  for (const input of form.elements) {
    if (!input.name || SKIP.has(input.name) || ["file", "password", "submit", "button"].includes(input.type)) continue;
    const texts = (values.get(input.name) ?? []).map(([, value]) => value);
    if (input.type === "checkbox" || input.type === "radio") input.checked = texts.includes(input.value);
    else if (input.multiple) for (const option of input.options) option.selected = texts.includes(option.value);
    else if (texts.length) fillOne(input, texts[0]);
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function fillOne(input, text) {
  if (input.value === text) return;
  input.value = text;
  if (input.matches("[data-draftail-input]") && window.draftail) {
    input.parentNode.querySelectorAll("[data-draftail-editor-wrapper]").forEach((old) => old.remove());
    window.draftail.initEditor(`#${input.id}`, JSON.parse(input.dataset.wInitDetailValue), document.currentScript);
  }
}

function grouped(rows) {
  const map = new Map();
  for (const row of rows) map.set(row[0], [...(map.get(row[0]) ?? []), row]);
  return map;
}

function offer(entry) {
  const moment = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Ho_Chi_Minh" });
  const box = document.createElement("section");
  box.className = "portal-restore";
  box.setAttribute("aria-label", "Khôi phục nội dung");
  const text = document.createElement("p");
  text.setAttribute("role", "status");
  const button = (label, secondary, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    made.className = secondary ? "button button-secondary" : "button";
    made.addEventListener("click", () => { box.remove(); act(); });
    return made;
  };
  box.append(
    text,
    button("Khôi phục", false, () => (hasDrafts ? sendAsDraft(entry.rows) : fillIn(entry.rows))),
    button("Bỏ nội dung này", true, () => localStorage.removeItem(keyOf())),
  );
  form.before(box);
  text.textContent = `Trang này có nội dung bạn đã nhập nhưng chưa lưu (${moment.format(entry.at)}).`;
}

/** After a submit: the next page tells whether it was saved, refused, or the session had ended. */
function settleSubmitted() {
  const key = sessionStorage.getItem(PREFIX);
  if (!key) return;
  sessionStorage.removeItem(PREFIX);
  const refused = form && key === keyOf() && document.querySelector(".messages .error, .error-message, .w-field__errors p");
  const isEntrance = document.body.classList.contains("login");
  if (!refused && !isEntrance) localStorage.removeItem(key);
  if (refused) initial = ""; // The form shows what was sent, and none of it is saved: keep it all.
}

function begin(id) {
  account = id;
  settleSubmitted();
  forgetOld();
  document.addEventListener("submit", (event) => {
    const action = event.target.getAttribute("action") || location.pathname;
    if (/\/(dang-xuat|logout)\/$/.test(action)) forgetAccount();
    else if (event.target === form) { keep(); sessionStorage.setItem(PREFIX, keyOf()); }
  }, true);
  if (!form) return;
  const entry = read(keyOf());
  if (entry && comparable(entry.rows) !== comparable(fields())) offer(entry);
  const start = () => { initial ??= comparable(fields()); };
  for (const name of ["focusin", "keydown", "pointerdown", "beforeinput"]) form.addEventListener(name, start, true);
  document.addEventListener("w-autosave:success", saved);
  document.addEventListener("portal:keep", keep);
  setInterval(keep, 2000);
}

document.querySelectorAll("[data-portal-print]").forEach((button) => button.addEventListener("click", () => window.print()));
if (window.portalAccount !== undefined) begin(window.portalAccount);
else document.addEventListener("portal:account", ({ detail }) => begin(detail), { once: true });
