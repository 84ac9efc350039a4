'use client';

import { type Checks, fittingFields } from '#app/_ui/read-stored.ts';
import { type StoredFields, storedFieldsIn } from '../store/form-drafts.ts';
import { useDraft } from './use-draft.ts';

/** A form's fields, how to change some of them, and how to discard them all. */
type DraftFields<T> = readonly [fields: T, change: (more: Partial<T>) => void, discard: () => void];

/**
 * Keeps the fields of a form in the tab until they are sent or discarded. `empty`: the fields of a new form; `checks`: their
 * shapes, since an earlier release may have kept others; `isBegun`: true if they contain work that would be lost.
 */
export function useDraftFields<T extends object>(
  form: string,
  empty: T,
  checks: Checks<T>,
  isBegun: (fields: T) => boolean,
): DraftFields<T> {
  const [kept, keep] = useDraft(`form/${form}`);
  const fields: T = { ...empty, ...fittingFields(storedFieldsIn(kept).fields, checks) };
  const change = (more: Partial<T>) => {
    const next = { ...fields, ...more };
    keep(JSON.stringify({ fields: next, isBegun: isBegun(next) } satisfies StoredFields<T>));
  };
  return [fields, change, () => keep('')];
}
