import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REJECTION_CODES } from '#domain/debate/engine/rejections.ts';
import { OPERATION_TYPES } from '#tests/support/operation-samples.ts';
import { PAIR_CASES } from '#tests/support/pairs/pair-cases.ts';

const DEBATE = join(import.meta.dirname, '..');

/** The files with tables of decisions: each refusal and each effect of an operation in a row. */
const tables = readdirSync(DEBATE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\/decide-[^/]*\.test\.ts$/.test(file))
  .map((file) => readFileSync(join(DEBATE, file), 'utf8'))
  .join('\n');

/** The words of this form in the tables. */
const found = (form: RegExp) => [...tables.matchAll(form)].map(([, word = '']) => word);

describe('cases of operations', () => {
  test.each(OPERATION_TYPES)('%s is submitted before and after every other operation', (type) => {
    expect(PAIR_CASES[type].length).toBeGreaterThan(0);
  });

  test('each operation has a table of its decisions', () => {
    expect(found(/describeDecisions\('([\w.]+)'/g).toSorted()).toEqual(OPERATION_TYPES.toSorted());
  });

  test('[DE2] each refusal of an operation is met by one of them, but for those that other tests meet', () => {
    const elsewhere = ['unrevealed_articles_full', 'decided_by_plenary'];
    const ofOperations = REJECTION_CODES.slice(0, REJECTION_CODES.indexOf('nothing_changed') + 1);
    const met = new Set(found(/'([a-z_]+)'/g));
    expect(ofOperations.filter((code) => !met.has(code))).toEqual(elsewhere);
  });
});
