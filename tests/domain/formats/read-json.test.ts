import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseRecords } from '#domain/formats/read-json.ts';

const CLAIMS = z.array(z.object({ text: z.string() }));
const FILE = z.object({ claims: CLAIMS });

test.each<[string, z.ZodType, unknown, RegExp]>([
  ['a record', FILE, { claims: [{ text: 'yes' }, { text: 1 }] }, /^claims\[1\]\.text: /],
  ['a list', FILE, { claims: 1 }, /^claims: /],
  ['the whole', FILE, [], /^the file: /],
  ['a record of a plain list', CLAIMS, [{}], /^\[0\]\.text: /],
])('a part that does not fit in a file is named by its place: %s', (_, schema, value, words) => {
  try {
    parseRecords(schema, value);
  } catch (error) {
    expect(error).toMatchObject({ problem: 'bad_record', detail: expect.stringMatching(words) });
    return;
  }
  expect.fail('it was read');
});
