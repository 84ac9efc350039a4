import { expect, test } from 'vitest';
import {
  fittingFields,
  hasFields,
  isFlag,
  isListOf,
  isNumber,
  isOneOf,
  isRecordOf,
  isText,
  orAbsent,
  orNull,
  readStored,
} from '../../app/_ui/read-stored.ts';

interface Kept {
  readonly name: string;
  readonly places: readonly number[];
  readonly kind: 'a' | 'b' | null;
  readonly marks: Readonly<Record<string, boolean>>;
  readonly note?: string | undefined;
}

const CHECKS = {
  name: isText,
  places: isListOf(isNumber),
  kind: orNull(isOneOf<'a' | 'b'>(['a', 'b'])),
  marks: isRecordOf(isFlag),
  note: orAbsent(isText),
};
const isKept = hasFields<Kept>(CHECKS);
const KEPT: Kept = { name: 'One', places: [1], kind: null, marks: { x: true } };
const NONE: Kept = { name: '', places: [], kind: null, marks: {} };

const read = (text: string) => readStored(text, isKept, NONE);

test('a value in the present shape is read', () => {
  expect(read(JSON.stringify(KEPT))).toEqual(KEPT);
  expect(read(JSON.stringify({ ...KEPT, kind: 'b', note: 'Two' }))).toMatchObject({ kind: 'b', note: 'Two' });
});

test.each<[string, string]>([
  ['nothing', ''],
  ['a text that was cut off', '{"name":'],
  ['another kind of value', '[]'],
  ['no value', 'null'],
  ['a text for a list', JSON.stringify({ ...KEPT, places: '1' })],
  ['a list of something else', JSON.stringify({ ...KEPT, places: ['1'] })],
  ['a choice that is gone', JSON.stringify({ ...KEPT, kind: 'c' })],
  ['a list for a record', JSON.stringify({ ...KEPT, marks: [true] })],
  ['a missing field', JSON.stringify({ ...KEPT, name: undefined })],
])('%s is read as the fallback', (_, text) => {
  expect(read(text)).toBe(NONE);
});

test('of fields those that fit stay', () => {
  expect(fittingFields<Kept>({ ...KEPT, places: '1', more: 1 }, CHECKS)).toEqual({
    name: 'One',
    kind: null,
    marks: { x: true },
  });
});
