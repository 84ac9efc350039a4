import type { TextChange } from './text-change.ts';

/** All text that a change inserts. */
export function insertedText(change: TextChange): string {
  return change.map((part) => (typeof part === 'number' ? '' : part.slice(1).join('\n'))).join('');
}
