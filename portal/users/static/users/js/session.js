/**
 * The idle session: tells the server that somebody is there, warns a minute before the end, and says
 * so when it is over. The server decides (portal/users/idle.py); this only asks and shows.
 *
 * All tabs share one deadline. The page that typed.js needs to know about is announced by events:
 * `portal:account` (detail: account id) once it is known, `portal:keep` before anything is lost.
 */
const script = document.querySelector("script[data-state]");
const WARN_SECONDS = 60;
const channel = "BroadcastChannel" in window ? new BroadcastChannel("portal-session") : null;
const state = { deadline: 0, limit: 0, sent: 0, asking: false, leaving: false, ended: false };
let dialog = null;

const WORDS = {
  title: "Phiên làm việc sắp kết thúc",
  text: "Không có thao tác nào trong một thời gian. Phiên sẽ kết thúc sau",
  seconds: "giây.",
  stay: "Tiếp tục làm việc",
  leave: "Đăng xuất ngay",
  endedTitle: "Phiên làm việc đã kết thúc",
  endedText: "Nội dung đang nhập được giữ trên máy này. Đăng nhập lại để khôi phục.",
  signIn: "Đăng nhập lại",
};

function csrfToken() {
  const cookie = document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/);
  return cookie ? cookie[1] : document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

async function ask(method) {
  state.asking = true;
  try {
    const response = await fetch(script.dataset.state, {
      method,
      credentials: "same-origin",
      headers: { "X-CSRFToken": csrfToken(), "X-Requested-With": "XMLHttpRequest" },
    });
    if (response.status === 401) return { expired: true };
    return response.ok ? await response.json() : null;
  } catch {
    return null; // No network: the deadline we know stays.
  } finally {
    state.asking = false;
  }
}

function learn(answer, tell = true) {
  if (!answer || answer.expired) return;
  state.deadline = Date.now() + answer.remaining * 1000;
  state.limit = answer.limit;
  if (tell) channel?.postMessage({ kind: "alive", deadline: state.deadline });
  if (answer.remaining > WARN_SECONDS) closeDialog();
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function openDialog(title, body, ...buttons) {
  closeDialog();
  document.dispatchEvent(new CustomEvent("portal:keep"));
  const heading = element("h2", { id: "portal-dialog-title", textContent: title });
  body.id = "portal-dialog-text";
  dialog = element("dialog", { className: "portal-dialog" }, heading, body, element("menu", {}, ...buttons));
  dialog.setAttribute("role", "alertdialog");
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.setAttribute("aria-describedby", body.id);
  document.body.append(dialog);
  dialog.showModal();
  buttons[0].focus();
}

function closeDialog() {
  dialog?.close();
  dialog?.remove();
  dialog = null;
}

function warn() {
  const count = element("span", { className: "portal-count" });
  const spoken = element("span", { className: "visually-silent", role: "status" });
  spoken.setAttribute("aria-live", "assertive");
  const body = element("p", {}, `${WORDS.text} `, count, ` ${WORDS.seconds}`);
  const stay = element("button", { type: "button", className: "button", textContent: WORDS.stay });
  const leave = element("button", { type: "button", className: "button button-secondary", textContent: WORDS.leave });
  stay.addEventListener("click", async () => {
    const answer = await ask("POST");
    if (answer?.expired) end();
    else learn(answer);
  });
  leave.addEventListener("click", signOut);
  openDialog(WORDS.title, body, stay, leave);
  dialog.append(spoken);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay.click();
  });
  dialog.tick = (left) => {
    count.textContent = String(left);
    if ([60, 30, 10].includes(left)) spoken.textContent = `${WORDS.text} ${left} ${WORDS.seconds}`;
  };
}

function end() {
  if (state.ended) return;
  state.ended = true;
  channel?.postMessage({ kind: "ended" });
  const here = location.pathname + location.search;
  const link = element("a", {
    className: "button",
    href: `${script.dataset.login}?next=${encodeURIComponent(here)}`,
    textContent: WORDS.signIn,
  });
  link.addEventListener("click", () => { state.leaving = true; });
  openDialog(WORDS.endedTitle, element("p", { textContent: WORDS.endedText }), link);
  dialog.addEventListener("cancel", (event) => event.preventDefault());
}

/** Through the real sign-out form, so that typed.js clears what it kept. */
function signOut() {
  const form = element("form", { method: "post", action: script.dataset.logout });
  form.append(element("input", { type: "hidden", name: "csrfmiddlewaretoken", value: csrfToken() }));
  document.body.append(form);
  state.leaving = true;
  form.requestSubmit();
}

async function tick() {
  if (state.ended || !state.deadline) return;
  const left = Math.ceil((state.deadline - Date.now()) / 1000);
  if (left > WARN_SECONDS) return;
  if (!dialog) {
    if (state.asking) return;
    const answer = await ask("GET"); // Another tab, or autosave, may have kept the session.
    if (answer?.expired) return end();
    learn(answer, false);
    if ((state.deadline - Date.now()) / 1000 > WARN_SECONDS) return;
    return warn();
  }
  dialog.tick?.(Math.max(0, left));
  if (left <= 0 && !state.asking) {
    const answer = await ask("GET");
    if (answer?.expired) end();
    else learn(answer);
  }
}

/** A key, a press, a turn of the wheel: somebody is there. Sent at most every 20 seconds. */
function active() {
  if (dialog || state.ended || !state.deadline) return;
  const pause = Math.min(20, (state.limit || 300) / 10) * 1000;
  if (Date.now() - state.sent < pause) return;
  state.sent = Date.now();
  ask("POST").then((answer) => (answer?.expired ? end() : learn(answer)));
}

channel?.addEventListener("message", ({ data }) => {
  if (data.kind === "ended") return end();
  state.deadline = Math.max(state.deadline, data.deadline);
  if ((state.deadline - Date.now()) / 1000 > WARN_SECONDS) closeDialog();
});
window.addEventListener("beforeunload", (event) => {
  // What was typed is kept, and nothing more can be saved: no question whether to leave.
  if (state.leaving) event.stopImmediatePropagation();
}, true);

const first = await ask("GET");
if (first && !first.expired) {
  learn(first);
  window.portalAccount = first.account;
  document.dispatchEvent(new CustomEvent("portal:account", { detail: first.account }));
  for (const name of ["keydown", "pointerdown", "input", "wheel", "touchmove"]) {
    document.addEventListener(name, active, { capture: true, passive: true });
  }
  document.addEventListener("visibilitychange", tick);
  setInterval(tick, 1000);
}
