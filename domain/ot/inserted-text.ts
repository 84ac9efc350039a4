import type { TextChange } from './text-change.ts';

/** All that a change puts into a text. */
export function insertedText(change: TextChange): string {
  return change.map((part) => (typeof part === 'number' ? '' : part.slice(1).join('\n'))).join('');
}
