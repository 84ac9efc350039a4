/**
 * Records of one shape, column by column: field names are stored once, and a field with the same value in all records is stored once too.
 * Most of the JSON of a list of records is its names.
 */
export type PackedColumns =
  | { readonly same: unknown; readonly count: number }
  | { readonly each: readonly unknown[] }
  | { readonly fields: readonly (readonly [name: string, values: PackedColumns])[]; readonly count: number };

/** Packs values that JSON can hold; records must have their fields in the same order to be packed by field. */
export function toColumns(values: readonly unknown[]): PackedColumns {
  const [first] = values;
  const count = values.length;
  if (first !== undefined && !isObject(first) && values.every((value) => value === first))
    return { same: first, count };
  const names = namesOf(first);
  if (names === null || !values.every((value) => hasNames(value, names))) return { each: values };
  const fields = names.map((name) => [name, toColumns(values.map((value) => fieldOf(value, name)))] as const);
  return { fields, count };
}

/** Unpacks the values, in the same order, as are their fields. */
export function fromColumns(columns: PackedColumns): unknown[] {
  if ('each' in columns) return [...columns.each];
  if ('same' in columns) return Array.from({ length: columns.count }, () => columns.same);
  const records = Array.from({ length: columns.count }, (): Record<string, unknown> => ({}));
  for (const [name, packed] of columns.fields) {
    const values = fromColumns(packed);
    records.forEach((record, at) => {
      record[name] = values[at];
    });
  }
  return records;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The names of a record's fields; null if it is not a record, and for the one name that cannot be set like others. */
function namesOf(value: unknown): string[] | null {
  if (!isObject(value) || Array.isArray(value)) return null;
  const names = Object.keys(value);
  return names.length > 0 && !names.includes('__proto__') ? names : null;
}

function hasNames(value: unknown, names: readonly string[]): boolean {
  const own = namesOf(value);
  return own !== null && own.length === names.length && own.every((name, at) => name === names[at]);
}

function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) ? Reflect.get(value, name) : undefined;
}
