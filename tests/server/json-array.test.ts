import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finish } from '../../domain/collections/steps.ts';
import { jsonArray, jsonArraySteps } from '../../server/database/json-array.ts';
import { entryPiecesOf } from '../../server/log/entry-pieces.ts';
import { appendStatement, createStatement } from '../../server/log/log-statements.ts';
import { answer, entriesFrom, entryAt, request } from '../contract/log-under-test.ts';
import { emptyDatabase } from '../support/data-template.ts';

let database: PGlite;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.close());

async function readBack(array: string): Promise<unknown[]> {
  const { rows } = await database.query<{ text: string | null }>('SELECT unnest($1::text[]) AS text', [
    array,
  ]);
  return rows.map(({ text }) => text);
}

test('PostgreSQL reads the JSON texts of any values', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue({ stringUnit: 'binary' })), async (values) => {
      const texts = values.map((value) => JSON.stringify(value));
      expect(await readBack(jsonArray(values))).toEqual(texts);
      expect(finish(jsonArraySteps(values))).toBe(jsonArray(values));
    }),
  );
});

test('undefined values become NULL', async () => {
  expect(await readBack(jsonArray([undefined, null]))).toEqual([null, 'null']);
});

test('the driver gets no JSON to escape', () => {
  const listing = { motion: 'Trade' };
  const statements = [
    appendStatement([{ ...request('d', 0, 2, [answer('a', 1)]), listing }]),
    createStatement({ id: 'd', title: 'Trade', visibility: 'public', listing }, entriesFrom(1, 2), []),
  ];
  const escaped = statements.flatMap(({ values }) => values.filter(Array.isArray).flat());
  expect(escaped.filter((value) => String(value).includes('{'))).toEqual([]);
});

test('a debate is stored in pieces of at most 500 entries and half a million characters', () => {
  const long = { words: '"'.repeat(100_000) };
  const entries = [...entriesFrom(1, 1_200), { ...entryAt(1_201), payload: long }].concat(
    [1_202, 1_203, 1_204].map((seq) => ({ ...entryAt(seq), payload: long })),
    { ...entryAt(1_205), payload: { words: 'x'.repeat(600_000) } },
  );
  const pieces = finish(entryPiecesOf(entries));
  expect(pieces.flat()).toEqual(entries);
  expect(pieces.map(({ length }) => length)).toEqual([500, 500, 204, 1]);
  expect(finish(entryPiecesOf([]))).toEqual([[]]);
});
