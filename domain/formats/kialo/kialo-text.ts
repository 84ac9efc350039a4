/** What a line of Kialo's text begins with where a claim begins: its number, and what it is. */
export const HEADING = /^( *)(\d+(?:\.\d+)*)\. (Pro|Con|Thesis|Question):(?: (.*))?$/;

/** A reference to a claim of the same discussion. */
export const SEE = /^-> See (\d+(?:\.\d+)*)\.?$/;

/** A reference to another discussion. */
export const SEE_DISCUSSION = /^-> See discussion #\d+/;

/** A line that is text, though it looks like a heading, a reference or the list of sources. */
export function escapeLine(line: string): string {
  return /^\s*(\\|\d+(\.\d+)*\.|-> See|Sources:)/.test(line) ? line.replace(/^(\s*)/, '$1\\') : line;
}

export function unescapeLine(line: string): string {
  return line.replace(/^(\s*)\\(?=[\\\d]|->|Sources:)/, '$1');
}

/** A text as it stands on Kialo's lines: numbers in brackets cite, and `[t](url)` links. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\[\]()]/g, '\\$&')
    .split('\n')
    .map(escapeLine)
    .join('\n');
}

const LINK = /(?<!\\)\[((?:\\.|[^\]\\])+)\]\(((?:\\.|[^)\\\s])+)\)/g;
const CITATION = /(?<!\\) ?\[(\d+)\]/g;

export interface KialoText {
  readonly text: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** Numbers of the list of sources. */
  readonly cited: readonly number[];
}

/** A text of Kialo's, its links and citations taken out of it. `isCited` says which numbers are of sources. */
export function readKialoText(raw: string, isCited: (number: number) => boolean): KialoText {
  const links: { title: string; url: string }[] = [];
  const cited: number[] = [];
  const plain = raw
    .split('\n')
    .map(unescapeLine)
    .join('\n')
    .replace(LINK, (_, title: string, url: string) => {
      links.push({ title: withoutEscapes(title), url: withoutEscapes(url) });
      return title;
    })
    .replace(CITATION, (whole, number: string) => {
      if (!isCited(Number(number))) return whole;
      cited.push(Number(number));
      return '';
    });
  return { text: withoutEscapes(plain).trim(), links, cited };
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([\\[\]()])/g, '$1');
}
