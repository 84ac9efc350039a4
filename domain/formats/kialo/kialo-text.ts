/** The beginning of Kialo's text, in either form. */
export const KIALO_BEGINNING = /^\s*Discussion (?:Title|Name):/;

/** The beginning of a line in Kialo's text where a claim begins: its number and kind. */
export const HEADING = /^( *)(\d+(?:\.\d+)*)\. (Pro|Con|Thesis|Question):(?: (.*))?$/;

/** A reference to a claim of the same discussion. */
export const SEE = /^-> See (\d+(?:\.\d+)*)\.?$/;

/** A reference to another discussion. */
export const SEE_DISCUSSION = /^-> See discussion #\d+/;

/** Escapes a line of text that looks like a heading, a reference or the list of sources. */
export function escapeLine(line: string): string {
  return /^\s*(\\|\d+(\.\d+)*\.|-> See|Sources:)/.test(line) ? line.replace(/^(\s*)/, '$1\\') : line;
}

export function unescapeLine(line: string): string {
  return line.replace(/^(\s*)\\(?=[\\\d]|->|Sources:)/, '$1');
}

/** A text in Kialo's format: numbers in brackets cite, and `[t](url)` links. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\[\]()]/g, '\\$&')
    .split('\n')
    .map(escapeLine)
    .join('\n');
}

const CITATION = /(?<!\\) ?\[(\d+)\]/g;

export interface KialoText {
  readonly text: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** Numbers of the list of sources. */
  readonly cited: readonly number[];
}

/** A text in Kialo's format without its links and citations. `isCited` returns true for numbers of sources. */
export function readKialoText(raw: string, isCited: (number: number) => boolean): KialoText {
  const links: { title: string; url: string }[] = [];
  const cited: number[] = [];
  const unescaped = raw.split('\n').map(unescapeLine).join('\n');
  const plain = replaceLinks(unescaped, (title, url) => {
    links.push({ title: withoutEscapes(title), url: withoutEscapes(url) });
  }).replace(CITATION, (whole, number: string) => {
    if (!isCited(Number(number))) return whole;
    cited.push(Number(number));
    return '';
  });
  return { text: withoutEscapes(plain).trim(), links, cited };
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([\\[\]()])/g, '$1');
}

/** A text with its links replaced by their titles. In one pass: unclosed brackets are not searched for twice. */
function replaceLinks(text: string, found: (title: string, url: string) => void): string {
  const isTitleEnd = (sign: string) => sign === ']';
  const isUrlEnd = (sign: string) => sign === ')' || /\s/.test(sign);
  let plain = '';
  let kept = 0;
  let urlEnd = -1;
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at)) {
    if (text[at - 1] === '\\') {
      at += 1;
      continue;
    }
    const titleEnd = endOf(text, at + 1, isTitleEnd);
    const from = titleEnd + 2;
    const isLink = titleEnd > at + 1 && text.startsWith('](', titleEnd);
    if (isLink && urlEnd < from) urlEnd = endOf(text, from, isUrlEnd);
    if (isLink && urlEnd > from && text[urlEnd] === ')') {
      const title = text.slice(at + 1, titleEnd);
      found(title, text.slice(from, urlEnd));
      plain += text.slice(kept, at) + title;
      kept = urlEnd + 1;
      at = kept;
    } else {
      // Every bracket up to there ends at the same place.
      at = Math.max(titleEnd, at + 1);
    }
  }
  return plain + text.slice(kept);
}

/** The position of the next unescaped end character, or of a backslash at the end of its line. */
function endOf(text: string, from: number, isEnd: (sign: string) => boolean): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isEnd(sign)) return at;
    if (sign !== '\\') continue;
    if (at + 1 >= text.length || text[at + 1] === '\n') return at;
    at += 1;
  }
  return at;
}
