/** Width of a piece of text in pixels. */
export type TextWidth = (text: string) => number;

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef';
const CLOSING = '、。，．：；？！」』）】》〉’”…';
const OPENING = '「『（【《〈‘“';
/** Pieces a line may break between: a run of spaces; one CJK character with what must stay attached to it; a word. */
const PIECES = new RegExp(
  `\\s+|[${OPENING}]*[${CJK}][${CLOSING}]*|[^\\s${CJK}]*?[-–—/](?=[^\\s\\d])|[^\\s${CJK}]+`,
  'gu',
);

/**
 * Breaks a text into lines as a browser does (greedily, between words, between CJK characters, and inside a word that is
 * wider than a line), so that a card's height is known before it is shown. At most `most` lines; the last then ends in …,
 * after a whole word where it has one. A word no more than `give` times as wide as a line has one to itself, unbroken.
 */
export function wrapText(
  text: string,
  width: number,
  widthOf: TextWidth,
  most = Infinity,
  give = 1,
): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const push = () => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const piece of text.match(PIECES) ?? []) {
    if (lines.length >= most) break;
    const space = piece.trim() === '';
    if (space && line === '') continue;
    const wide = widthOf(space ? ' ' : piece);
    if (!space && used + wide > width && line !== '') push();
    if (!space && wide > width * give) {
      const parts = breakWord(piece, width, widthOf);
      for (const part of parts.slice(0, -1)) {
        line = part;
        push();
      }
      line = parts.at(-1) ?? '';
      used = widthOf(line);
    } else {
      line += space ? ' ' : piece;
      used += wide;
    }
  }
  if (line.trim() !== '') push();
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), shortWords(last, width, widthOf) ?? shortWord(last, width, widthOf)];
}

/** As many of its pieces as leave room for …; `null` if there is none for the first. */
function shortWords(line: string, width: number, widthOf: TextWidth): string | null {
  let pieces: readonly string[] = line.match(PIECES) ?? [];
  while (pieces.length > 0) {
    const short = `${pieces.join('').trimEnd()}…`;
    if (widthOf(short) <= width) return short;
    pieces = pieces.slice(0, -1);
  }
  return null;
}

/** The line's first word, as much of it as leaves room for … */
function shortWord(line: string, width: number, widthOf: TextWidth): string {
  const characters = [...(line.match(PIECES)?.[0] ?? '')];
  const count = longest(characters, (some) => widthOf(`${some}…`) <= width);
  return `${characters.slice(0, count).join('').trimEnd()}…`;
}

function breakWord(word: string, width: number, widthOf: TextWidth): string[] {
  const parts: string[] = [];
  let rest = [...word];
  while (rest.length > 0) {
    const count = Math.max(
      1,
      longest(rest, (some) => widthOf(some) <= width),
    );
    parts.push(rest.slice(0, count).join(''));
    rest = rest.slice(count);
  }
  return parts;
}

/**
 * The most leading characters that fit, found by doubling and then halving: adding characters one by one would measure a text of
 * thousands of zero-width characters in quadratic time.
 */
function longest(characters: readonly string[], fits: (some: string) => boolean): number {
  const fitsWith = (count: number) => fits(characters.slice(0, count).join(''));
  let [most, tooMany] = [0, 1];
  while (tooMany <= characters.length && fitsWith(tooMany)) [most, tooMany] = [tooMany, tooMany * 2];
  tooMany = Math.min(tooMany, characters.length + 1);
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (fitsWith(middle)) most = middle;
    else tooMany = middle;
  }
  return most;
}
