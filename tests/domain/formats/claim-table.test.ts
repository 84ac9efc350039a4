import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { TableColumns } from '#domain/formats/csv/claim-table.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { formatOf, readFormat } from '#domain/formats/formats.ts';
import { problemLine } from '#domain/formats/sentences.ts';
import { aDebate, hide } from '../../support/debate-builder.ts';
import { bytesOf, shapeOf, written } from '../../support/exchanged.ts';

const read = (text: string, columns: TableColumns | null = null) =>
  readFormat('csv', bytesOf(text), { columns, title: 'Table' });
const refusal = (text: string, columns: TableColumns | null = null) =>
  read(text, columns).then(
    () => null,
    (error: unknown) => error as FormatError,
  );
const claimsOf = (imported: Parameters<typeof shapeOf>[0]) =>
  shapeOf(imported).claims.map(({ number, text, relation }) => `${number} ${relation} ${text}`);

describe('one table of claims', () => {
  test('is known by its name, and read by its headings', async () => {
    const sample = readFileSync('public/sample-debate.csv');
    expect(formatOf('mine.csv', sample)).toBe('csv');
    const imported = await readFormat('csv', sample, { title: 'Uniforms' });
    const shape = shapeOf(imported);
    expect(imported.setAside).toEqual([]);
    expect(shape.title).toBe('Uniforms');
    expect(shape.positions.map(({ name }) => name)).toEqual([
      'Schools should require uniforms',
      'Students should choose their clothes',
    ]);
    expect(claimsOf(imported)).toEqual([
      '1.1 support Uniforms save families money.',
      '1.1.1 support Second-hand uniforms cost a tenth of branded clothes.',
      '1.1.2 attack Families buy other clothes as well, so they pay twice.',
      '2.1 support Clothes are a way to say who you are.',
      '2.1.1 attack A uniform can be worn in many ways.',
    ]);
    expect([...imported.names.values()]).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(shape.claims[0]?.sources).toMatchObject([{ url: 'https://example.org/uniform-costs' }]);
  });

  test('is read by the separator that a spreadsheet’s first line names, and lines keep their numbers', async () => {
    const imported = await read('sep=;\r\ntext;position;parent\r\nOne, two, three;East;\r\n;East;\r\n');
    expect(claimsOf(imported)).toEqual(['1.1 support One, two, three']);
    expect(imported.setAside).toMatchObject([{ why: 'empty', line: 4 }]);
  });

  test('with headings of its own asks which column holds the claims, and shows its first rows', async () => {
    const text = 'Wer;Was;Worauf\nAnn;Es hält;\nBen;Es ist alt;Es hält\n';
    const error = await refusal(text);
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({
      problem: 'no_claim_column',
      table: {
        columns: ['Wer', 'Was', 'Worauf'],
        rows: [
          ['Ann', 'Es hält', ''],
          ['Ben', 'Es ist alt', 'Es hält'],
        ],
        taken: {},
      },
    });
    const imported = await read(text, { text: 'Was', parent: 'Worauf', author: 'Wer' });
    expect(claimsOf(imported)).toEqual(['1.1 support Es hält', '1.1.1 support Es ist alt']);
    expect(imported.table?.taken).toEqual({ text: 'Was', parent: 'Worauf', author: 'Wer' });
  });

  test.each([',', ';', '\t'])('is read with %j between its cells', async (separator) => {
    const rows = [
      ['id', 'claim', 'parent', 'type'],
      ['a', '"x, y; z"', '', 'pro'],
      ['b', 'w', 'a', 'con'],
    ];
    const imported = await read(rows.map((row) => row.join(separator)).join('\n'));
    expect(claimsOf(imported)).toEqual(['1.1 support x, y; z', '1.1.1 attack w']);
  });

  test('names bad cells by line and column', async () => {
    const { setAside } = await read(
      'ID,Claim,Reply to,Type,Source\n1,a,,maybe,htp://example.org\n2,b,9,,\n3,,1,,\n4,c,1,con,www.example.org/a\n',
    );
    expect(setAside).toEqual([
      { why: 'empty', what: 'Claim', line: 4 },
      { why: 'bad_address', what: 'Source: htp://example.org', line: 2 },
      { why: 'unknown_value', what: 'Type: maybe', line: 2 },
      { why: 'links_nothing', what: 'Reply to: 9', line: 3 },
    ]);
    expect(await refusal('ID,Claim\n1,a\n1,b\n')).toMatchObject({
      problem: 'bad_record',
      line: 3,
      detail: 'ID: “1” appears twice',
    });
    expect(await refusal('ID,Claim\n1,a\n', { text: 'Claims' })).toMatchObject({
      problem: 'no_column',
      detail: 'text: “Claims”',
    });
  });

  test('a reply to a text that occurs twice goes to the first row, and is named with its line', async () => {
    const imported = await read('ID,Claim,Reply to\n1,a,\n2,b,1\n3,b,\n4,c,b\n5,d,2\n6,e,a\n');
    expect(imported.setAside).toEqual([{ why: 'ambiguous_reply', what: 'Reply to: b', line: 5 }]);
    expect(claimsOf(imported)).toContain('1.1.1.1 support c');
    // An ID is never ambiguous, even if a text is the same.
    const ids = await read('ID,Claim,Reply to\nb,a,\n2,b,\n3,b,\n4,c,b\n');
    expect(ids.setAside).toEqual([]);
    expect(claimsOf(ids)).toContain('1.1.1 support c');
  });

  test('a row against nothing in particular is against the position that gathers such claims', async () => {
    const imported = await read('claim,position,type\nA,,con\nB,East,pro\nC,,\n');
    expect(shapeOf(imported).positions.map(({ name }) => name)).toEqual(['East', 'Claims']);
    expect(claimsOf(imported)).toEqual(['1.1 support B', '2.1 attack A', '2.2 support C']);
    expect(imported.setAside).toEqual([]);
  });

  test('a claim that replies to itself in a circle is taken', async () => {
    const imported = await read('id,claim,parent\n1,a,2\n2,b,1\n3,c,3\n');
    expect(shapeOf(imported).claims).toHaveLength(3);
  });

  test('with more columns than can be chosen from is refused', async () => {
    expect(await refusal(`claim${',x'.repeat(200)}\na\n`)).toMatchObject({ problem: 'too_many', line: 1 });
  });

  test('a list of claims without quotes keeps the separators in its texts', async () => {
    expect(claimsOf(await read('Claim\nCars, trains and buses pollute\nYes\n'))).toEqual([
      '1.1 support Cars, trains and buses pollute',
      '1.2 support Yes',
    ]);
    expect(claimsOf(await read('sep=;\nClaim\nCars; trains\n'))).toEqual(['1.1 support Cars; trains']);
  });

  test('a row with more text than columns is refused, with its line and what it needs', async () => {
    const detail = (sign: string) => `more cells than columns; a text with ${sign} needs double quotes`;
    expect(await refusal('ID,Claim\n1,a\n2,Cars, trains\n')).toMatchObject({
      problem: 'malformed',
      line: 3,
      detail: detail('“,”'),
    });
    expect(await refusal('ID\tClaim\n1\ta\tb\n')).toMatchObject({ line: 2, detail: detail('a tab') });
    expect(claimsOf(await read('ID,Claim\n1,a,,\n2,b, \n'))).toEqual(['1.1 support a', '1.2 support b']);
  });

  test('the claims of a Parley export without its other tables are refused', async () => {
    const debate = aDebate().does('mona', hide('c-b'));
    const bytes = written('csv', { state: debate.projection('mona'), names: new Map(), kept: [] });
    const claims = strFromU8(unzipSync(bytes)['claims.csv'] ?? new Uint8Array());
    expect(claims).toContain(',hidden,');
    const sentence = 'Line 1: This table is one file of a Parley export. Import the whole ZIP.';
    for (const columns of [null, { text: 'text' }]) {
      const error = await refusal(claims, columns);
      expect(error && problemLine(error)).toBe(sentence);
    }
  });

  test('a file without a row is refused', async () => {
    expect(await refusal('claim,parent\n')).toMatchObject({ problem: 'nothing_found' });
    expect(await refusal('\n')).toMatchObject({ problem: 'no_claim_column' });
  });
});
