import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { FORMAT_NAMES, FORMATS, readFormat } from '#domain/formats/formats.ts';
import { debateSaying, written } from '../../support/exchanged.ts';
import { sampleOf } from '../../support/how-many.ts';

const BEFORE = ['', ' ', '\t', '\n', '\u00a0', '\u200b', '\ufeff', '\u202a', "'", "''", ' \t\u200b'];
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|"/c calc"!A0', '\uff1d1', '\uff0b1', '-1,=2', '"=1"'];
const HOSTILE = BEFORE.flatMap((before) => FORMULAS.map((formula) => before + formula));

/** Formats that write tables: a new one is among them by itself. */
const TABLES = FORMAT_NAMES.filter((name) => /zip|csv/.test(FORMATS[name].mediaType));

test('the formats of tables are known', () => expect(TABLES).toEqual(['csv', 'polis']));

test.each(TABLES)('[FI5] no cell of %s runs as a formula, and its text comes back', async (name) => {
  for (const words of sampleOf(HOSTILE, 20)) {
    const debate = debateSaying(words);
    const archive = written(name, debate);
    for (const [file, bytes] of Object.entries(unzipSync(archive))) {
      const rows: string[][] = parse(Buffer.from(bytes), { bom: true, relax_column_count: true });
      for (const cell of rows.flat()) {
        const isNumber = /^-?\d+$/.test(cell) && name === 'polis';
        if (!isNumber) expect(cell, `${file} of ${JSON.stringify(words)}`).not.toMatch(RUNS);
      }
    }
    const texts = [...(await readFormat(name, archive)).state.claims.values()].map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining([debate.state.claims.get('c-n')?.text]));
  }
});

const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
