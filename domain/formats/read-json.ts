import type { z } from 'zod';
import { FormatError } from './format-error.ts';
import { lineAt, readText } from './read-text.ts';

/** The value of a JSON file; if it is invalid, the error names the line. */
export function readJson(bytes: Uint8Array): unknown {
  const text = readText(bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FormatError('not_json', lineOf(error, text));
  }
}

/**
 * The line of an error of `JSON.parse`; `null`: unknown. Its message ends with the position, except for a text that ends too early and for an
 * unexpected sign, of which it quotes the surroundings: they may speak of positions too.
 */
function lineOf(error: unknown, text: string): number | null {
  const message = error instanceof Error ? error.message : '';
  if (/^Unexpected end of/.test(message)) return lineAt(text, text.length);
  const place =
    / JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(message)?.[1] ?? unexpectedAt(text);
  return place === null ? null : lineAt(text, Number(place));
}

/** Spaces, then what a JSON text may have: a sign, the beginning of a string, or another value. */
const TOKEN = /[ \t\n\r]*(?:([[\]{},:])|"|true\b|false\b|null\b|-?\d[\d.eE+-]*)/y;

const NEEDS_VALUE: ReadonlySet<string> = new Set('[,:');
const MAY_FOLLOW_VALUE: ReadonlySet<string> = new Set(']},:');

/**
 * The position of the first sign where a value must be and none begins; `null`: there is none. Takes linear time. Other errors are not found:
 * engines report their positions.
 */
function unexpectedAt(text: string): number | null {
  let before = ':';
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const sign = token?.[1] ?? '';
    const isMisplaced = MAY_FOLLOW_VALUE.has(sign) && NEEDS_VALUE.has(before) && before + sign !== '[]';
    if (!token || isMisplaced) return at + (/[^ \t\n\r]/.exec(text.slice(at))?.index ?? 0);
    before = sign || '"';
    at = token[0].endsWith('"') ? stringEnd(text, TOKEN.lastIndex) : TOKEN.lastIndex;
  }
  return null;
}

/** The end of a string whose content begins here: after the first quote that no backslash escapes. */
function stringEnd(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** The version that one of our own files says it has; 0: none. */
export function versionOf(value: unknown): number {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : 0;
  return typeof version === 'number' ? version : 0;
}

/** The content of one of our own files; if a field is invalid, the error names its place. */
export function parseRecords<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new FormatError('bad_record', null, `${placeOf(issue?.path ?? [])}: ${issue?.message ?? ''}`);
}

function placeOf(path: readonly PropertyKey[]): string {
  return (
    path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
      .join('')
      .replace(/^\./, '') || 'the file'
  );
}
