// Reading aids of an article: read aloud, text size, contrast. Without a script the bar stays hidden.

const KEY = "portal-reading";
const SIZES = 3;
// Chrome knows no voice until it was asked once, and tells a moment later.
const VOICES_TAKE_MS = 1500;
const bar = document.querySelector("[data-aids]");
const article = bar?.closest("article");
const status = bar?.querySelector("[role=status]");
const words = bar?.dataset ?? {};

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function keep(changes) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...kept(), ...changes }));
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
}

function say(text) {
  status.textContent = text;
}

function textSize() {
  const root = document.documentElement;
  const smaller = bar.querySelector("[data-smaller]");
  const larger = bar.querySelector("[data-larger]");
  const now = () => Number(root.dataset.text ?? 0);
  const change = (step) => {
    const size = Math.min(Math.max(now() + step, 0), SIZES - 1);
    if (size) root.dataset.text = size;
    else delete root.dataset.text;
    keep({ size: String(size) });
    say(`${words.size} ${size + 1}/${SIZES}`);
    mark();
  };
  // Not `disabled`: the key that was just pressed would lose its focus.
  const mark = () => {
    smaller.setAttribute("aria-disabled", now() === 0);
    larger.setAttribute("aria-disabled", now() === SIZES - 1);
  };
  smaller.addEventListener("click", () => change(-1));
  larger.addEventListener("click", () => change(1));
  mark();
}

function contrast() {
  const root = document.documentElement;
  const button = bar.querySelector("[data-contrast-switch]");
  const mark = () => button.setAttribute("aria-pressed", root.dataset.contrast === "high");
  button.addEventListener("click", () => {
    const high = root.dataset.contrast !== "high";
    if (high) root.dataset.contrast = "high";
    else delete root.dataset.contrast;
    keep({ contrast: high ? "high" : "" });
    mark();
    say(high ? words.contrastOn : words.contrastOff);
  });
  mark();
}

/** Sentences with the text nodes that they lie in, in reading order. */
function sentences() {
  const found = [];
  const blocks = "h1,h2,h3,p,li,blockquote,figcaption,th,td,caption,summary,dt,dd";
  for (const block of article.querySelectorAll(blocks)) {
    const inside = block.closest(".prose, .article-head, .article__lead, .document-facts");
    if (!inside || block.closest(".no-print,[hidden],.meta") || block.querySelector(blocks)) continue;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = "";
    const nodes = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push([node, text.length]);
      text += node.data;
    }
    for (const part of text.matchAll(/[^.!?;…]+(?:[.!?;…](?!\s|$)[^.!?;…]*)*[.!?;…]*\s*/g)) {
      if (part[0].trim()) found.push({ text: part[0].trim(), nodes, from: part.index, to: part.index + part[0].length });
    }
  }
  return found;
}

/** Show which sentence is read, where the browser can without changing the text. */
function highlight(sentence) {
  if (!window.CSS?.highlights) return;
  CSS.highlights.delete("reading");
  if (!sentence) return;
  const range = document.createRange();
  const at = (place) => {
    const [node, start] = sentence.nodes.findLast(([, first]) => first <= place);
    return [node, Math.min(place - start, node.length)];
  };
  range.setStart(...at(sentence.from));
  range.setEnd(...at(sentence.to));
  CSS.highlights.set("reading", new Highlight(range));
}

function readAloud() {
  const speech = window.speechSynthesis;
  const play = bar.querySelector("[data-play]");
  const stop = bar.querySelector("[data-stop]");
  const label = play.querySelector("[data-label]");
  let queue = [];
  let place = -1;
  let state = "idle";

  const voice = () => speech.getVoices().find((one) => /^vi\b/i.test(one.lang.replace("_", "-")));

  const voicesKnown = () => new Promise((resolve) => {
    speech.addEventListener?.("voiceschanged", resolve, { once: true });
    setTimeout(resolve, VOICES_TAKE_MS);
  });

  function show(next) {
    state = next;
    label.textContent = { idle: words.play, reading: words.pause, paused: words.resume }[state];
    stop.hidden = state === "idle";
  }

  function end(message) {
    const hadFocus = document.activeElement === stop;
    place = -1;
    speech.cancel();
    highlight(null);
    show("idle");
    if (hadFocus) play.focus();
    if (message) say(message);
  }

  function next() {
    place += 1;
    const sentence = queue[place];
    if (!sentence) return end(words.done);
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    const mine = place;
    utterance.voice = voice() ?? null;
    utterance.lang = "vi-VN";
    utterance.onend = () => { if (state !== "idle" && mine === place) next(); };
    utterance.onerror = (event) => {
      if (!["canceled", "interrupted"].includes(event.error)) end(words.failed);
    };
    highlight(sentence);
    speech.speak(utterance);
  }

  async function toggle() {
    if (!speech) { say(words.noSpeech); return; }
    if (!speech.getVoices().length) {
      await voicesKnown();
      // Pressed twice while waiting: the first press began.
      if (state !== "idle") return;
    }
    if (!voice()) { say(words.noVoice); return; }
    if (state === "reading") {
      speech.pause();
      show("paused");
    } else if (state === "paused") {
      speech.resume();
      show("reading");
    } else {
      queue = sentences();
      speech.cancel();
      show("reading");
      say("");
      next();
    }
  }

  // Asked now, so that the voices are there when somebody presses.
  speech?.getVoices();
  play.addEventListener("click", toggle);
  stop.addEventListener("click", () => end(words.stopped));
  // Browsers go on speaking after the page is left.
  window.addEventListener("pagehide", () => { if (state !== "idle") end(); });
  show("idle");
}

if (bar && article) {
  textSize();
  contrast();
  readAloud();
  bar.classList.add("is-ready");
}
