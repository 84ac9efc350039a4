/**
 * Reads what the browser has stored: an earlier release may have written it in another shape. These few checks are enough for that, and
 * smaller than a library in a page's first scripts.
 */

/** True if a value has the shape. */
export type Check<T> = (value: unknown) => value is T;

/** The check of each field of an object. */
export type Checks<T> = { readonly [Name in keyof T]-?: Check<T[Name]> };

/** Returns the value in a stored text; the fallback if it has another shape, or none. */
export function readStored<T>(text: string, check: Check<T>, fallback: T): T {
  try {
    const value: unknown = JSON.parse(text);
    return check(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

/** Returns those fields of an object that have their shapes. */
export function fittingFields<T extends object>(fields: object, checks: Checks<T>): Partial<T> {
  const names = Object.keys(checks) as (keyof T & string)[];
  const fitting = names.filter((name) => name in fields && checks[name](fieldOf(fields, name)));
  return Object.fromEntries(fitting.map((name) => [name, fieldOf(fields, name)])) as Partial<T>;
}

export const isText: Check<string> = (value) => typeof value === 'string';
export const isNumber: Check<number> = (value) => typeof value === 'number';
export const isFlag: Check<boolean> = (value) => typeof value === 'boolean';
export const isObject: Check<object> = (value): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function isOneOf<T>(values: readonly T[]): Check<T> {
  return (value): value is T => values.some((one) => one === value);
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

/** For a field that may be absent. */
export function orAbsent<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

export function isListOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(check);
}

export function isRecordOf<T>(check: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> =>
    isObject(value) && Object.values(value).every(check);
}

export function hasFields<T extends object>(checks: Checks<T>): Check<T> {
  const names = Object.keys(checks) as (keyof T & string)[];
  return (value): value is T => isObject(value) && names.every((name) => checks[name](fieldOf(value, name)));
}

function fieldOf(fields: object, name: string): unknown {
  return (fields as Readonly<Record<string, unknown>>)[name];
}
