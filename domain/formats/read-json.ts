import { FormatError } from './format-error.ts';
import { lineAt, readText } from './read-text.ts';

/** The value of a JSON file; where it is none, the error names the line. */
export function readJson(bytes: Uint8Array): unknown {
  const text = readText(bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FormatError('not_json', lineOf(error, text));
  }
}

/** Engines tell the place, some the line, and of a text that ends too early neither. */
function lineOf(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const place = /position (\d+)/.exec(message)?.[1];
  return lineAt(text, place === undefined ? text.length : Number(place));
}
