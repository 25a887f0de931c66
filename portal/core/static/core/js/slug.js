/**
 * Page addresses from Vietnamese titles: the same rules as portal/core/text/slugs.py, so that the
 * address an editor sees while typing is the one the server would make. Only letters outside the
 * Latin script are left out here; the server transliterates them.
 */

// Latin letters that Unicode does not decompose: portal/core/text/latin.py holds the same table.
const PLAIN_LETTERS = {
  Đ: "D", đ: "d", Ð: "D", ð: "d", Ɖ: "D", ɖ: "d",
  Ø: "O", ø: "o", Ł: "L", ł: "l", Æ: "Ae", æ: "ae", Œ: "Oe", œ: "oe",
  ẞ: "Ss", ß: "ss", Þ: "Th", þ: "th", Ħ: "H", ħ: "h", Ŧ: "T", ŧ: "t",
  Ŋ: "N", ŋ: "n", ı: "i", ĸ: "k", µ: "u",
  "\u2044": "/", // "½" decomposes to 1, this, 2
};

const LINE_BREAK = /[\v\f\r\x85\u2028\u2029]/g;
const CONTROL = /[\x00-\x08\x0e-\x1f\x7f-\x9f]/g;
const INVISIBLE =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;
const ASCII = /^[\x00-\x7f]*$/;
const NOT_ASCII = /[^\x00-\x7f]/g;
const MARKS = /\p{M}/gu;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * @param {string} text a title, or what was typed into the address field
 * @param {number} [maxLength]
 * @returns {string} lower-case ASCII words joined by single hyphens, possibly empty
 */
export function slugify(text, maxLength = 100) {
  const slug = Array.from(compose(text), toAscii)
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return shorten(slug, maxLength);
}

/** macOS sends decomposed letters, and pasted text brings invisible characters. */
function compose(text) {
  return text
    .replace(LINE_BREAK, "\n")
    .replace(CONTROL, "")
    .replace(INVISIBLE, "")
    .normalize("NFC");
}

function toAscii(char) {
  if (ASCII.test(char)) return char;
  if (PLAIN_LETTERS[char]) return PLAIN_LETTERS[char];
  const decomposed = char.normalize("NFKD").replace(MARKS, "");
  const plain = Array.from(decomposed, (part) => PLAIN_LETTERS[part] ?? part)
    .join("")
    .replace(NOT_ASCII, "");
  if (plain || !decomposed) return plain;
  return LETTER.test(char) ? "" : " ";
}

function shorten(slug, maxLength) {
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, Math.max(maxLength, 0));
  const lastHyphen = cut.lastIndexOf("-");
  const wordIsCut = slug[cut.length] !== "-" && lastHyphen >= 0;
  return (wordIsCut ? cut.slice(0, lastHyphen) : cut).replace(/^-|-$/g, "");
}
