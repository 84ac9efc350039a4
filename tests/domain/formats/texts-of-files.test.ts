import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { columnsByHeadings } from '#domain/formats/csv/claim-table.ts';
import { readCsv } from '#domain/formats/csv/read-csv.ts';
import { csvRow, unharmed } from '#domain/formats/csv/write-csv.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { type FormatName, formatOf, readFormat } from '#domain/formats/formats.ts';
import { IMPORT_LIMITS } from '#domain/formats/import-limits.ts';
import { importedName, nameInFile } from '#domain/formats/imports/imported-name.ts';
import { preservedInDebate } from '#domain/formats/imports/preserved-in-debate.ts';
import { lineAt, readText, sound } from '#domain/formats/read-text.ts';
import { setAsideLine, textReason } from '#domain/formats/sentences.ts';
import { isWholeTextOf, truncateText, wholeTextSource } from '#domain/formats/whole-text.ts';
import { bytesOf } from '../../support/exchanged.ts';
import { problemOf } from '../../support/format-problem.ts';
import { importLines } from '../../support/import-lines.ts';

describe('the text of a file', () => {
  test.each<[string, number[], string]>([
    ['with ends of lines of all kinds', [...bytesOf('a\r\nb\rc\nd')], 'a\nb\nc\nd'],
    ['with a mark at its beginning', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['in UTF-16, the low byte first', [0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00], 'aé'],
    ['in UTF-16, the high byte first', [0xfe, 0xff, 0x00, 0x61, 0x00, 0xe9], 'aé'],
    ['of nothing', [], ''],
  ])('%s', (_, bytes, text) => {
    expect(readText(Uint8Array.from(bytes))).toBe(text);
  });

  test.each<[string, number[]]>([
    ['not_text in line 3', [...bytesOf('a\nb\nc'), 0xff, 0x0a]],
    ['not_text in line 2', [...bytesOf('a\nb\u0000\nc')]],
    ['not_text', [0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]],
  ])('is refused: %s', async (problem, bytes) => {
    expect(await problemOf(() => readText(Uint8Array.from(bytes)))).toBe(problem);
  });

  test('has lines, counted from 1', () => {
    expect([0, 1, 2, 3, 4].map((place) => lineAt('a\n\nb', place))).toEqual([1, 1, 2, 3, 3]);
  });

  test('loses what a database cannot hold', () => {
    expect(sound('a\u0000b\u0007\t\n\u0085\ud800c\r\nd\re🚌')).toBe(
      'a\ufffdb\ufffd\t\n\u0085\ufffdc\nd\ne🚌',
    );
  });

  test('of a claim is whole in a source if it is too long, until the claim is reworded', () => {
    expect(['abc', 'abcd', '🚌🚌🚌🚌', 'ab c'].map((text) => truncateText(text, 3))).toEqual([
      'abc',
      'ab…',
      '🚌🚌…',
      'ab…',
    ]);
    const source = wholeTextSource(7, 'A long text');
    expect(source).toEqual({
      id: 'whole-7',
      title: 'Whole text',
      url: '',
      locator: '',
      excerpt: 'A long text',
      note: '',
      author: 'system',
    });
    expect(['A long…', 'A short…', 'A long', '…'].map((text) => isWholeTextOf(source, text))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(isWholeTextOf({ ...source, id: 's-7' }, 'A long…')).toBe(false);
  });
});

describe('the format of a file', () => {
  test.each<[string, string, FormatName]>([
    ['x', 'PK\u0003\u0004', 'csv'],
    ['x.csv', '\n Discussion Title: x', 'kialo'],
    ['x', 'Discussion Name:\n', 'kialo'],
    ['x', ' {"format" : "parley-debate"', 'parley'],
    ['x.csv', '{"format":"parley-template"', 'template'],
    ['x.csv', '{"format":"other"', 'aif'],
    ['x.csv', '["format":"parley-debate"', 'csv'],
    ['x.TSV', 'a', 'csv'],
    ['x.tgf', 'a', 'tgf'],
    ['x.argdown', 'a', 'argdown'],
    ['x.ad', 'a', 'argdown'],
    ['x.md', 'a', 'argdown'],
  ])('%s that begins with %j is %s', (name, text, format) => {
    expect(formatOf(name, bytesOf(text))).toBe(format);
  });

  test.each(['x', 'x.csv.exe', 'csv', 'x.amd'])('%s is unknown', async (name) => {
    expect(await problemOf(() => formatOf(name, bytesOf('Pk')))).toBe('unknown_format');
  });

  test('that fails in another way is said to be malformed, in one line', async () => {
    const deep = bytesOf(`{"nodes":${'['.repeat(200_000)}`);
    await expect(readFormat('aif', deep)).rejects.toBeInstanceOf(FormatError);
  });
});

describe('cells', () => {
  test.each<[string, string, readonly (readonly [number, ...string[]])[]]>([
    ['', ',', []],
    [
      '\ufeffa,b\n1,2',
      ',',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a\n\n"b\nc","d ""e"""\n,\nf',
      ',',
      [
        [1, 'a'],
        [3, 'b\nc', 'd "e"'],
        [5, '', ''],
        [6, 'f'],
      ],
    ],
    [
      'a;"b;c"\n1,5;2',
      ';',
      [
        [1, 'a', 'b;c'],
        [2, '1,5', '2'],
      ],
    ],
    ['a\t"b"\n', '\t', [[1, 'a', 'b']]],
    ['a"b,"",c', ',', [[1, 'a"b', '', 'c']]],
  ])('%j with %j', (text, separator, rows) => {
    expect([...readCsv(text, separator as ',')].map(({ line, cells }) => [line, ...cells])).toEqual(rows);
  });

  test.each<[string | number | boolean | null, string]>([
    ['a', 'a'],
    ['a,b', '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ['a\nb', '"a\nb"'],
    [' a', '" a"'],
    ['a\t', '"a\t"'],
    ['=a', "'=a"],
    ['+1', "'+1"],
    [' -1', "' -1"],
    ['@a', "'@a"],
    ['＝a', "'＝a"],
    ["'a", "''a"],
    ['a=b', 'a=b'],
    [-1, '-1'],
    [true, 'true'],
    [null, ''],
    ['', ''],
  ])('%j is written %j, and read back', (cell, text) => {
    expect(csvRow([cell])).toBe(text);
    if (typeof cell !== 'string') return;
    const [row] = [...readCsv(text)];
    expect(unharmed(row?.cells[0] ?? '')).toBe(cell);
  });

  test('have columns by their headings, the first of each kind', () => {
    expect(
      columnsByHeadings(['Comment Body', 'ID', 'Reply-to', 'Pro / con', 'Thesis', 'Name', 'URL', 'Text']),
    ).toEqual({
      text: 'Text',
      id: 'ID',
      parent: 'Reply-to',
      relation: 'Pro / con',
      position: 'Thesis',
      author: 'Name',
      source: 'URL',
    });
    expect(columnsByHeadings(['Claim', 'claim '])).toEqual({ text: 'Claim' });
    expect(columnsByHeadings(['x'])).toEqual({});
  });
});

test('a table of claims takes relations, sources, authors and positions in many words', async () => {
  const rows = [
    'claim,to,side,position,author,source',
    'a,,For,Yes,Ann,"A book, p. 3"',
    'b,a,in favour,,Bob,www.example.org/b',
    'c,a,OBJECTION,,Ann,https://example.org/c',
    'd,b,−,,,mailto:x@example.org',
    'e,No,yes,No,,http://',
    'f,Yes,con,,,http:x',
    'g,g,supporting,,,A book',
    "'=h,Yes,maybe,,,a://b",
  ];
  const columns = {
    text: 'claim',
    parent: 'to',
    relation: 'side',
    position: 'position',
    author: 'author',
    source: 'source',
  };
  const imported = await readFormat('csv', bytesOf(rows.join('\n')), { columns, title: 'Table' });
  expect(importLines(imported)).toEqual([
    'Table | Table',
    '1 | Yes | blue',
    '2 | No | ochre',
    '3 | Claims | violet',
    '1.1 support 1 | a | by person-1 | sources 1',
    '1.1.1 support 1.1 | b | by person-2 | sources 2',
    '1.1.1.1 attack 1.1.1 | d | sources 3',
    '1.1.2 attack 1.1 | c | by person-1 | sources 4',
    '1.2 attack 1 | f | sources 5',
    "1.3 support 1 | '=h | sources 6",
    '2.1 support 2 | e | sources 7',
    '3.1 support 3 | g | sources 8',
    'source 1 | A book, p. 3',
    'source 2 | https://www.example.org/b | https://www.example.org/b',
    'source 3 | mailto:x@example.org',
    'source 4 | https://example.org/c | https://example.org/c',
    'source 5 | http:x',
    'source 6 | a://b',
    'source 7 | http://',
    'source 8 | A book',
    'person person-1 | Ann',
    'person person-2 | Bob',
    'bad_address (5): source: mailto:x@example.org',
    'bad_address (6): source: http://',
    'bad_address (7): source: http:x',
    'bad_address (9): source: a://b',
    'unknown_value (9): side: maybe',
    'self_link (8): g',
  ]);
});

describe('a person from a file', () => {
  test('has a name that says so, however often it was imported', () => {
    expect(importedName('Ann')).toBe('Ann (from a file)');
    const names = [
      'Ann',
      ' Ann\u0000 ',
      importedName('Ann'),
      importedName(importedName('Ann')),
      '(from a file)',
      ' ',
      'a'.repeat(61),
    ];
    expect(names.map(nameInFile)).toEqual(['Ann', 'Ann\ufffd', 'Ann', 'Ann', '', '', 'a'.repeat(60)]);
  });
});

describe('content that a debate keeps of its file', () => {
  const kept = (value: unknown) => [{ format: 'aif', records: [value] }];

  test('is stored as it was, with texts and names of fields that can be stored', () => {
    const value = { 'a\u0000': ['b\ud800', 1, null, { c: true }] };
    expect(preservedInDebate(kept(value))).toEqual(kept({ 'a\ufffd': ['b\ufffd', 1, null, { c: true }] }));
    expect(preservedInDebate([])).toEqual([]);
  });

  test('is not kept if it is too long, as a whole or in a text', () => {
    const text = (length: number) => preservedInDebate(kept('x'.repeat(length)));
    expect(text(LIMITS.sourceTextCharacters)).not.toBeNull();
    expect(text(LIMITS.sourceTextCharacters + 1)).toBeNull();
    const around = JSON.stringify(kept([])).length;
    const many = (length: number) => preservedInDebate(kept([...'1'.repeat(length)].map(() => 1)));
    const fit = Math.floor((IMPORT_LIMITS.keptCharacters - around + 1) / 2);
    expect([many(fit)?.length, many(fit + 1)]).toEqual([1, null]);
  });
});

test('sentences say what was set aside, and why a text is not allowed', () => {
  expect(setAsideLine({ why: 'empty', what: 'c "1"', line: 3 })).toBe(
    'Line 3: "c \\"1\\"" – It has no text.',
  );
  expect(setAsideLine({ why: 'no_votes', what: 'votes.csv', line: null })).toBe(
    '"votes.csv" – The file excludes its votes.',
  );
  expect(textReason({ code: 'text_too_long', limit: 5 } as never)).toBe('more than 5 characters');
  expect(textReason({ code: 'text_empty' } as never)).toBe('empty');
  expect(textReason({ code: 'text_unsound' } as never)).toBe(
    'control characters, or characters that change the text direction',
  );
});
