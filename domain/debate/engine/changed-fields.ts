/** The wanted fields that differ from the current ones: two people may change different ones at once. */
export function changedFields<T extends object>(record: Partial<T>, wanted: T): Partial<T> {
  const changed: Partial<T> = {};
  for (const field in wanted) {
    if (wanted[field] !== undefined && !isSame(wanted[field], record[field])) changed[field] = wanted[field];
  }
  return changed;
}

function isSame(wanted: unknown, is: unknown): boolean {
  return wanted === is || (Array.isArray(wanted) && JSON.stringify(wanted) === JSON.stringify(is));
}

/** The earlier values of a record's changed fields: undo restores only these. */
export function fieldsBefore<T extends object, K extends keyof T>(
  before: T,
  changed: Partial<Record<K, unknown>>,
): Partial<Pick<T, K>> {
  const fields: Partial<Pick<T, K>> = {};
  for (const field in changed) if (field in before) fields[field] = before[field];
  return fields;
}
