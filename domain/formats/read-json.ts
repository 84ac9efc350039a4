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

/** Engines report the position, some the line, and for a truncated text neither. */
function lineOf(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const place = /position (\d+)/.exec(message)?.[1];
  return lineAt(text, place === undefined ? text.length : Number(place));
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
