/**
 * Records of one shape, column by column: field names are stored once, and a field with the same value in all records is stored once too.
 * Most of the JSON of a list of records is its names.
 */
export type PackedColumns =
  | { readonly same: unknown; readonly count: number }
  | { readonly each: readonly unknown[] }
  | { readonly fields: readonly PackedField[]; readonly count: number };

/** A field's values, and the places of the records that have it; all do if there are none. */
type PackedField = readonly [name: string, values: PackedColumns, of?: readonly number[]];

/**
 * Packs values that JSON can hold. To be packed by field, records must have their fields in the same order; some may lack fields that the
 * fullest one has.
 */
export function toColumns(values: readonly unknown[]): PackedColumns {
  const [first] = values;
  const count = values.length;
  if (first !== undefined && !isObject(first) && values.every((value) => value === first))
    return { same: first, count };
  const own = values.map(namesOf);
  const names = own.reduce(
    (fullest, each) => (each && fullest && each.length > fullest.length ? each : fullest),
    own[0],
  );
  if (!names || !own.every((each) => each !== null && isPartOf(each, names))) return { each: values };
  const alike = own.every((each) => each?.length === names.length);
  return { fields: names.map((name) => packField(name, values, alike)), count };
}

function packField(name: string, values: readonly unknown[], alike: boolean): PackedField {
  const valueAt = (value: unknown) => Reflect.get(value as object, name);
  if (alike) return [name, toColumns(values.map(valueAt))];
  const of = values.flatMap((value, at) => (Object.hasOwn(value as object, name) ? at : []));
  const packed = toColumns(of.map((at) => valueAt(values[at])));
  return of.length === values.length ? [name, packed] : [name, packed, of];
}

/** Unpacks the values, in the same order, as are their fields. */
export function fromColumns(columns: PackedColumns): unknown[] {
  if ('each' in columns) return [...columns.each];
  if ('same' in columns) return Array.from({ length: columns.count }, () => columns.same);
  const records = Array.from({ length: columns.count }, (): Record<string, unknown> => ({}));
  for (const [name, packed, of] of columns.fields) {
    fromColumns(packed).forEach((value, nth) => {
      const record = records[of ? (of[nth] ?? nth) : nth];
      if (record) record[name] = value;
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

/** True if these names are some of the others, in their order. */
function isPartOf(own: readonly string[], names: readonly string[]): boolean {
  let at = 0;
  for (const name of names) if (name === own[at]) at += 1;
  return at === own.length;
}
