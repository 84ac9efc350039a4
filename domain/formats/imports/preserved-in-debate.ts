import { LIMITS } from '../../debate/engine/limits.ts';
import type { Preserved } from '../exchanged-debate.ts';
import { IMPORT_LIMITS } from '../import-limits.ts';
import { sound } from '../read-text.ts';

/**
 * Content of a file that isn't on the map, as stored with a debate, with texts checked like any other; `null`: more than a debate may
 * store.
 */
export function preservedInDebate(kept: readonly Preserved[]): readonly Preserved[] | null {
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
