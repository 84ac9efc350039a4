import { FormatError } from './format-error.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

/**
 * The text of a file: UTF-8, or UTF-16 where it says so, its line ends as line feeds. Refused where it is neither, or larger than a file may be.
 * Control characters that no text has, and lone surrogates, become U+FFFD, so that whatever is read can be stored.
 */
export function readText(bytes: Uint8Array): string {
  checkSize(bytes);
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  if (text.includes('\0')) throw new FormatError('not_text', lineAt(text, text.indexOf('\0')));
  return text;
}

/** Refuses what is larger than a file may be. */
export function checkSize(bytes: Uint8Array): void {
  const { fileBytes } = IMPORT_LIMITS;
  if (bytes.length > fileBytes) throw new FormatError('too_large', null, `${fileBytes / 1024 / 1024} MB`);
}

/** How a file begins, as far as that can be read: enough to tell what it is. */
export function beginningOf(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 4_096));
}

/** The number of the line, from 1, in which a place of a text stands. */
export function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** A text that a debate can hold: nothing in it that databases, CSV or XML cannot take. */
export function sound(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSOUND, '\uFFFD');
}

/** Control characters but tab and line feed, and halves of characters. */
const UNSOUND = /[^\P{Cc}\t\n\u0080-\u009f]|\p{Cs}/gu;

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FormatError('not_text', firstBadLine(bytes, encoding));
  }
}

/** The line of the first bytes that are no text of an encoding; of UTF-8 alone, whose line ends are bytes of their own. */
function firstBadLine(bytes: Uint8Array, encoding: string): number | null {
  if (encoding !== 'utf-8') return null;
  const replaced = new TextDecoder(encoding).decode(bytes);
  const place = replaced.indexOf('\uFFFD');
  return place === -1 ? null : lineAt(replaced, place);
}
