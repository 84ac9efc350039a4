import type { Steps } from '../../domain/collections/steps.ts';

/**
 * JSON values as the text of an SQL array of texts; `undefined` becomes NULL. PostgreSQL's driver escapes the elements of an array with
 * patterns that take half a microsecond and more for each quotation mark: files full of them held the thread for seconds. JSON text has
 * no control characters, and an SQL array escapes its quotation marks and backslashes just as a JSON string does.
 */
export function jsonArray(values: readonly unknown[]): string {
  return `{${values.map(elementOf).join(',')}}`;
}

/** The same in steps, for as many values as a person ever wrote. */
export function* jsonArraySteps(values: readonly unknown[]): Steps<string> {
  let elements = '';
  for (const value of values) {
    yield;
    elements += elements === '' ? elementOf(value) : `,${elementOf(value)}`;
  }
  return `{${elements}}`;
}

function elementOf(value: unknown): string {
  return value === undefined ? 'NULL' : JSON.stringify(JSON.stringify(value));
}
