import type { TextChange } from './text-change.ts';

/** All text that a change inserts. */
export function insertedText(change: TextChange): string {
  return insertedTexts(change).join('');
}

/** The texts that a change inserts: one, empty or not, for each part that replaces something. */
export function insertedTexts(change: TextChange): string[] {
  return change.flatMap((part) => (typeof part === 'number' ? [] : part.slice(1).join('\n')));
}

/** The change with other inserted texts: the same object if they are its own. */
export function withInserted(change: TextChange, texts: readonly string[]): TextChange {
  const rest = texts.values();
  let isSame = true;
  const parts = change.map((part): TextChange[number] => {
    if (typeof part === 'number') return part;
    const text = rest.next().value ?? '';
    if (text === part.slice(1).join('\n')) return part;
    isSame = false;
    return [part[0], ...text.split('\n')];
  });
  return isSame ? change : parts;
}
