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

/** Engines report the position, some the line, and for a truncated text neither. */
function lineOf(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const place = /position (\d+)/.exec(message)?.[1];
  return lineAt(text, place === undefined ? text.length : Number(place));
}
