import { mailAddress } from '../../auth/people/mail-address.ts';

/** Email addresses from a pasted text. */
export interface ReadAddresses {
  /** In lower case, each once, in the original order. */
  readonly good: readonly string[];
  /** Text that is no address, as written. */
  readonly bad: readonly string[];
}

/** Separators between addresses, outside quotes. */
const BETWEEN = /[,;\n\r\t]/;
/** Maximum characters repeated of text that was not understood. */
const LONGEST_REPEATED = 80;

/**
 * Reads email addresses from pasted text: one per line, or separated by commas or semicolons, bare or as `"Hill, Ann" <ann@example.org>`,
 * also several separated only by spaces.
 */
export function readAddresses(written: string): ReadAddresses {
  const good = new Set<string>();
  const bad = new Set<string>();
  for (const part of withTheirNames(partsOf(written))) {
    for (const candidate of candidatesIn(part)) {
      const address = mailAddress(candidate.replace(/^mailto:/i, ''));
      if (address.ok) good.add(address.email);
      else bad.add(shortened(candidate));
    }
  }
  return { good: [...good], bad: [...bad] };
}

interface Part {
  readonly text: string;
  /** The separator after it. */
  readonly end: string;
}

/** Splits at the separators. A quote that isn't closed on its line is no quote. */
function partsOf(written: string): Part[] {
  const parts: Part[] = [];
  const signs = [...written];
  let text = '';
  let quoted = false;
  for (const [index, sign] of signs.entries()) {
    if (sign === '"') quoted = !quoted && closesOnItsLine(signs, index);
    if (!quoted && BETWEEN.test(sign)) {
      parts.push({ text: text.trim(), end: sign });
      text = '';
    } else text += sign;
  }
  parts.push({ text: text.trim(), end: '' });
  return parts.filter((part) => part.text !== '');
}

function closesOnItsLine(signs: readonly string[], opening: number): boolean {
  let at = opening + 1;
  while (at < signs.length && signs[at] !== '"' && signs[at] !== '\n') at += 1;
  return signs[at] === '"';
}

/** `Hill, Ann <ann@example.org>` without quotes is a name with a comma, not a bad address before a good one. */
function withTheirNames(parts: readonly Part[]): string[] {
  const whole: string[] = [];
  let before = '';
  for (const { text, end } of parts) {
    const isName = end === ',' && !text.includes('@');
    if (isName) {
      if (before) whole.push(before);
      before = text;
      continue;
    }
    const belongs = before !== '' && /<[^<>]*>\s*$/.test(text);
    if (before && !belongs) whole.push(before);
    whole.push(text);
    before = '';
  }
  if (before) whole.push(before);
  return whole;
}

/** The address of a name and address; otherwise the parts between spaces, if each looks like an address; otherwise all of it. */
function candidatesIn(part: string): string[] {
  const [, bracketed] = part.match(/<([^<>]*)>\s*$/) ?? [];
  if (bracketed !== undefined) return [bracketed];
  const words = part.split(/\s+/);
  return words.every((word) => word.includes('@')) ? words : [part];
}

function shortened(text: string): string {
  const signs = [...text.replace(/[\s\p{C}]+/gu, ' ')];
  return signs.length > LONGEST_REPEATED ? `${signs.slice(0, LONGEST_REPEATED).join('')}…` : signs.join('');
}
