import { LIMITS } from '../debate/engine/limits.ts';
import type { Kept } from './exchanged-debate.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import { sound } from './read-text.ts';

/** What a debate stores of a file that no map shows, its texts as any other; null: it is more than a debate takes. */
export function keptInDebate(kept: readonly Kept[]): readonly Kept[] | null {
  try {
    const text = JSON.stringify(kept);
    return text.length > IMPORT_LIMITS.keptCharacters ? null : JSON.parse(text, soundValue);
  } catch {
    // A text is too long, or records are nested deeper than the stack.
    return null;
  }
}

function soundValue(_: string, value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.length > LIMITS.sourceTextCharacters) throw new RangeError('A text is too long');
    return sound(value);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, own]) => [sound(field), own]));
}
