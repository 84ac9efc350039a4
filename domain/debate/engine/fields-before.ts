/** The earlier values of a record's changed fields: undo restores only these. */
export function fieldsBefore<T extends object, K extends keyof T>(
  before: T,
  changed: Partial<Record<K, unknown>>,
): Partial<Pick<T, K>> {
  const fields: Partial<Pick<T, K>> = {};
  for (const field in changed) if (field in before) fields[field] = before[field];
  return fields;
}
