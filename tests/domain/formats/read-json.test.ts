import { expect, test } from 'vitest';
import { readJson } from '#domain/formats/read-json.ts';
import { bytesOf } from '../../support/exchanged.ts';
import { problemOf } from '../../support/format-problem.ts';

/** Reads JSON with this error in line 3, and two more lines. */
const refusal = (third: string) =>
  problemOf(() => readJson(bytesOf(`{"a": [1, "]\\",\\\\"],\n"b":\n${third}\n\n}`)));

test.each([
  ']',
  'x',
  'tru',
  'undefined',
  "'single'",
  '“curly”',
  '[1,]',
  '[,1]',
  '{"c": }',
  '{"c": 1,}',
  '{"c" 1}',
  '[01]',
  '["\\x"]',
  '"a\u0001b"',
  '1 2',
  '// a comment',
  '["text at position 2", x',
  '["in JSON at position 2", x',
])('an error is in the line where it begins, whatever the text says: %s', async (third) => {
  expect(await refusal(third)).toBe('not_json in line 3');
});

test.each(['', '\n', '{"a":\n1,\n', '[1', '"\\', '[\n\n"b'])(
  'a file that ends too early, %j, names its last line',
  async (text) => {
    const line = text.split('\n').length;
    expect(await problemOf(() => readJson(bytesOf(text)))).toBe(`not_json in line ${line}`);
  },
);

test('a text that only looks like a list of objects is refused with its line', async () => {
  expect(await problemOf(() => readJson(bytesOf('[object Object]')))).toBe('not_json in line 1');
});
