import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readCsv } from '#domain/formats/csv/read-csv.ts';
import { readTables } from '#domain/formats/csv/read-zipped-set.ts';
import { csvRow, unharmed } from '#domain/formats/csv/write-csv.ts';
import { FORMAT_NAMES, FORMATS, readFormat } from '#domain/formats/formats.ts';
import { debateSaying, written } from '../../support/exchanged.ts';
import { sampleOf } from '../../support/how-many.ts';

const BEFORE = ['', ' ', '\t', '\n', '\u00a0', '\u200b', '\ufeff', '\u202a', "'", "''", ' \t\u200b'];
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|"/c calc"!A0', '\uff1d1', '\uff0b1', '-1,=2', '"=1"'];
const HOSTILE = BEFORE.flatMap((before) => FORMULAS.map((formula) => before + formula));
/** The same after signs at which programs that expect other separators begin a cell. */
const WITHIN = [';', '\t', '\n', '";', ';"', '\n\n', ';\n;'].flatMap((sign) =>
  HOSTILE.map((words) => `a${sign}${words}`),
);

/** Formats that write tables: a new one is among them by itself. */
const TABLES = FORMAT_NAMES.filter((name) => /zip|csv/.test(FORMATS[name].mediaType));

test('the formats of tables are known', () => expect(TABLES).toEqual(['csv', 'polis']));

test.each(TABLES)('[FI5] no cell of %s runs as a formula, and its text comes back', async (name) => {
  for (const words of [...sampleOf(HOSTILE, 20), ...sampleOf(WITHIN, 20)]) {
    const debate = debateSaying(words);
    const archive = written(name, debate);
    for (const [file, bytes] of Object.entries(unzipSync(archive))) {
      const rows: string[][] = parse(Buffer.from(bytes), { bom: true, relax_column_count: true });
      for (const cell of rows.flat()) {
        const isNumber = /^-?\d+$/.test(cell) && name === 'polis';
        if (isNumber) continue;
        expect(cell, `${file} of ${JSON.stringify(words)}`).not.toMatch(RUNS);
        for (const part of cell.split(/[;\t\r\n]/))
          expect(part, `a part in ${file} of ${JSON.stringify(words)}`).not.toMatch(RUNS);
      }
      expectNoFormulaWithoutQuotes(strFromU8(bytes), words);
    }
    const texts = [...(await readFormat(name, archive)).state.claims.values()].map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining([debate.state.claims.get('c-n')?.text]));
  }
});

test('tables of others keep the apostrophes before their texts', async () => {
  const quoted = "'-5 °C' is cold";
  const table = await readFormat('csv', new TextEncoder().encode(`claim\n${quoted}\n`));
  const comments = `timestamp,comment-id,author-id,moderated,comment-body\n1,0,0,1,${quoted}\n`;
  const tables = { 'comments.csv': comments, 'votes.csv': 'timestamp,comment-id,voter-id,vote\n' };
  const polis = readTables(new Map([...Object.entries(tables), ['summary.csv', `topic,${quoted}\n`]]));
  for (const { state } of [table, polis])
    expect([...state.claims.values()].map(({ text }) => text)).toEqual([quoted]);
  expect(polis.state.head?.title).toBe(quoted);
});

/** The quoted part at the beginning of a cell. */
const QUOTED = /^"((?:[^"]|"")*)"?/;

/** Splits a file as a program does that expects semicolons or tabs, to which quotes within a cell mean nothing. */
function expectNoFormulaWithoutQuotes(text: string, words: string) {
  for (const separator of [';', '\t'])
    for (const line of text.split(/\r?\n|\r/))
      for (const cell of line.split(separator))
        expect(
          cell.replace(QUOTED, (_, quoted: string) => quoted.replaceAll('""', '"')),
          `${JSON.stringify(line)} of ${JSON.stringify(words)}`,
        ).not.toMatch(FORMULA);
}

test.each([...HOSTILE, ...WITHIN, "a\n'b", "a;'", "';'\t'\n''", '\t;=;\t=', "a\n'=1", '; \u200b"=1'])(
  '[FI5] %j comes back as it was',
  (text) => {
    const cell = csvRow([text]);
    const [row] = readCsv(cell);
    expect(unharmed(row?.cells[0] ?? '')).toBe(text);
    if (/[;\t\n]/.test(text)) expect(cell).toMatch(/^".*"$/s);
  },
);

const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
