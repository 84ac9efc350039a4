'use client';

import { useDraft } from './use-draft.ts';

/** A form's fields, how to change some of them, and how to discard them all. */
type DraftFields<T> = readonly [fields: T, change: (more: Partial<T>) => void, discard: () => void];

/** Keeps the fields of a form in the tab under a key until they are sent or discarded; `empty`: the fields of a new form. */
export function useDraftFields<T extends object>(key: string, empty: T): DraftFields<T> {
  const [kept, keep] = useDraft(key);
  const fields: T = kept === '' ? empty : { ...empty, ...JSON.parse(kept) };
  return [fields, (more) => keep(JSON.stringify({ ...fields, ...more })), () => keep('')];
}
