// What is pasted from Word, LibreOffice or Google Docs into a paragraph of a page's body becomes blocks:
// headings, lists, tables and captions are kept, the rest of the markup is not. The server does the
// cleaning (home/news/word_import_paste.py); any other paste is left to the editor.

const FROM_WORD = /class="?Mso|urn:schemas-microsoft-com|docs-internal-guid|(?:Libre|Open)Office/i;
const script = document.currentScript;

function placeOf(editor) {
  let root = editor.parentElement;
  while (root && !root.rootBlock) root = root.parentElement;
  const blocks = root?.rootBlock;
  if (!blocks?.insert || !blocks.children) return null;
  const index = blocks.children.findIndex(
    (child) => child.type === "paragraph" && child.element?.contains(editor),
  );
  return index < 0 ? null : { blocks, index };
}

function csrfToken() {
  return document.querySelector("[name=csrfmiddlewaretoken]").value;
}

async function clean(html) {
  const response = await fetch(script.dataset.url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": csrfToken() },
    body: JSON.stringify({ html }),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error || script.dataset.failure);
  return answer;
}

function tell(text) {
  document.dispatchEvent(
    new CustomEvent("w-messages:add", { detail: { text, type: "warning", clear: false } }),
  );
}

function put({ blocks, index }, states, wasEmpty) {
  states.forEach(({ type, value }, offset) => {
    blocks.insert({ type, value, id: crypto.randomUUID?.() }, index + 1 + offset, { animate: false });
  });
  if (wasEmpty && states.length) blocks.deleteBlock(index);
}

// Where the person is looking: the messages of the page stand above, out of sight in a long body.
function statusBelow(editor) {
  const frame = editor.closest(".Draftail-Editor") || editor;
  let status = frame.nextElementSibling;
  if (!status?.matches("[data-word-paste]")) {
    status = document.createElement("p");
    status.dataset.wordPaste = "";
    status.setAttribute("role", "status");
    status.className = "help-block help-warning";
    frame.after(status);
  }
  return status;
}

async function takeOver(editor, place, html) {
  const wasEmpty = !editor.innerText.trim();
  const status = statusBelow(editor);
  status.textContent = script.dataset.reading;
  try {
    const answer = await clean(html);
    status.remove();
    const convert = answer.converted && window.confirm(answer.question);
    put(place, convert ? answer.converted : answer.blocks, wasEmpty);
    answer.notes.forEach(tell);
  } catch (error) {
    status.textContent = error.message;
  }
}

document.addEventListener(
  "paste",
  (event) => {
    const editor = event.target.closest?.(".public-DraftEditor-content");
    const html = event.clipboardData?.getData("text/html") || "";
    if (!editor || !FROM_WORD.test(html)) return;
    const place = placeOf(editor);
    if (!place) return;
    event.preventDefault();
    event.stopPropagation();
    takeOver(editor, place, html);
  },
  true,
);
