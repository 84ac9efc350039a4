import { finish, type Steps } from './steps.ts';

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

/** Values looked at in one step: a debate may have a hundred thousand comments. */
const STRETCH = 1_000;

/**
 * Packs values that JSON can hold. To be packed by field, records must have their fields in the same order; some may lack fields that the
 * fullest one has.
 */
export function toColumns(values: readonly unknown[]): PackedColumns {
  return finish(columnSteps(values));
}

/** The same in small steps. */
export function* columnSteps(values: readonly unknown[]): Steps<PackedColumns> {
  const [first] = values;
  const count = values.length;
  if (first !== undefined && !isObject(first) && values.every((value) => value === first))
    return { same: first, count };
  const shape = yield* shapeOf(values);
  if (shape === null) return { each: values };
  const fields: PackedField[] = [];
  for (const name of shape.names) fields.push(yield* packField(name, values, shape.isOfAll));
  return { fields, count };
}

interface Shape {
  /** The fields of the fullest record. */
  readonly names: readonly string[];
  /** All records have all of them. */
  readonly isOfAll: boolean;
}

/** The shape that all values have; null: they have none in common. */
function* shapeOf(values: readonly unknown[]): Steps<Shape | null> {
  const own: string[][] = [];
  for (const stretch of stretchesOf(values)) {
    for (const value of stretch) {
      const names = namesOf(value);
      if (names === null) return null;
      own.push(names);
    }
    yield;
  }
  const names = own.reduce((fullest, each) => (each.length > fullest.length ? each : fullest), own[0] ?? []);
  for (const stretch of stretchesOf(own)) {
    if (!stretch.every((each) => isPartOf(each, names))) return null;
    yield;
  }
  return names.length === 0 ? null : { names, isOfAll: own.every((each) => each.length === names.length) };
}

function* packField(name: string, values: readonly unknown[], isOfAll: boolean): Steps<PackedField> {
  const found: unknown[] = [];
  const of: number[] = [];
  for (const [at, value] of values.entries()) {
    if (at % STRETCH === 0) yield;
    if (!isOfAll && !Object.hasOwn(value as object, name)) continue;
    found.push(Reflect.get(value as object, name));
    of.push(at);
  }
  const packed = yield* columnSteps(found);
  return found.length === values.length ? [name, packed] : [name, packed, of];
}

function* stretchesOf<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (let from = 0; from < values.length; from += STRETCH) yield values.slice(from, from + STRETCH);
}

/** The JSON of packed values, in pieces, each made in a small step. */
export function* columnsJson(columns: PackedColumns): Generator<string> {
  if ('same' in columns) return void (yield JSON.stringify(columns));
  if ('each' in columns) {
    yield '{"each":[';
    let comma = '';
    for (const stretch of stretchesOf(columns.each)) {
      yield comma + JSON.stringify(stretch).slice(1, -1);
      comma = ',';
    }
    return void (yield ']}');
  }
  yield '{"fields":[';
  let comma = '';
  for (const [name, packed, of] of columns.fields) {
    yield `${comma}[${JSON.stringify(name)},`;
    yield* columnsJson(packed);
    yield of ? `,${JSON.stringify(of)}]` : ']';
    comma = ',';
  }
  yield `],"count":${columns.count}}`;
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
