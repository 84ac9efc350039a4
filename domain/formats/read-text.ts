import { FormatError } from './format-error.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

/** The text of an uploaded file, as `decodeText`; one larger than allowed is refused. */
export function readText(bytes: Uint8Array): string {
  checkSize(bytes);
  return decodeText(bytes);
}

/** The text in bytes of any number: UTF-8, or UTF-16 with a byte order mark, with line ends as line feeds. Refused if it is neither. */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  if (text.includes('\0')) throw new FormatError('not_text', lineAt(text, text.indexOf('\0')));
  return text;
}

/** Refuses files larger than allowed. */
export function checkSize(bytes: Uint8Array): void {
  const { fileBytes } = IMPORT_LIMITS;
  if (bytes.length > fileBytes) throw new FormatError('too_large', null, `${fileBytes / 1024 / 1024} MB`);
}

/** The beginning of a file, as far as it can be decoded: enough to detect its format. */
export function beginningOf(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 4_096));
}

/** The number of the line, from 1, that contains a position of a text. */
export function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** A text that a debate can store: without characters that databases, CSV or XML can't contain. */
export function sound(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSOUND, '\uFFFD');
}

/** Control characters except tab and line feed, and lone surrogates. */
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

/** The line of the first invalid bytes; only for UTF-8, in which line ends are single bytes. */
function firstBadLine(bytes: Uint8Array, encoding: string): number | null {
  if (encoding !== 'utf-8') return null;
  const replaced = new TextDecoder(encoding).decode(bytes);
  const place = replaced.indexOf('\uFFFD');
  return place === -1 ? null : lineAt(replaced, place);
}
