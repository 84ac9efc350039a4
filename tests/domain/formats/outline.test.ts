import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { formatOf, readFormat } from '#domain/formats/formats.ts';
import { bytesOf, writtenText } from '../../support/exchanged.ts';
import { importLines } from '../../support/import-lines.ts';

const read = (lines: readonly string[], title = '') =>
  readFormat('kialo', bytesOf(lines.join('\n')), { title });
const linesOf = async (...lines: readonly string[]) => importLines(await read(lines));

/** The reason and line for which an outline is refused. */
async function refusal(text: string): Promise<unknown> {
  const error = await readFormat('kialo', bytesOf(text)).catch((problem: unknown) => problem);
  return error instanceof FormatError ? [error.problem, error.line] : error;
}

const TRAMS = [
  'Build the tram? | Build the tram?',
  '1 | Yes | blue',
  '2 | No | ochre',
  '1.1 support 1 | It is quiet',
  '1.1.1 attack 1.1 | Not in bends',
  '2.1 support 2 | Buses are cheaper',
];

describe('an indented outline', () => {
  test.each([
    [
      'spaces',
      'Build the tram?|  Yes|    It is quiet|      Con: Not in bends|  No|    Pro: Buses are cheaper',
    ],
    ['tabs', 'Build the tram?|\tYes|\t\tPro: It is quiet|\t\t\tCon: Not in bends|\tNo|\t\tBuses are cheaper'],
    [
      'signs of lists',
      'Build the tram?||- Yes|  * It is quiet|    + con: Not in bends|- No|  1. Buses are cheaper',
    ],
    [
      'numbers alone',
      '1. Build the tram?|1.1. Yes|1.1.1. Pro: It is quiet|1.1.1.1. Con: Not in bends|1.2. No|1.2.1. Buses are cheaper',
    ],
    [
      'headings',
      '# Build the tram?|## Yes|- **It is quiet**|  - **Con:** Not in bends|## No|- [ ] Buses are|  cheaper',
    ],
    [
      'lines that name a side',
      'Build the tram?|- Yes|  - Pro:|    - It is quiet|      - Arguments against|        - Not in bends|- No|  - Pros|    - Buses are cheaper',
    ],
    [
      'a tab behind each sign',
      'Build the tram?|•\tYes|  •\tIt is quiet|    •\tCon: Not in bends|•\tNo|  •\tBuses are cheaper',
    ],
  ])('is read by its %s', async (_, text) => {
    expect(formatOf('', bytesOf(text.replaceAll('|', '\n')))).toBe('kialo');
    expect(await linesOf(...text.split('|'))).toEqual(TRAMS);
  });

  test('with pros and cons at once is one thesis, and its first line the motion too', async () => {
    expect(await linesOf('Build the tram?', '- Pro: It is quiet', '- Con: It is slow')).toEqual([
      'Build the tram? | Build the tram?',
      '1 | Build the tram? | blue',
      '1.1 support 1 | It is quiet',
      '1.2 attack 1 | It is slow',
    ]);
  });

  test.each(['Question', 'Motion'])(
    'has one motion: a further “%s:” is a thesis with its replies',
    async (label) => {
      expect(
        await linesOf(
          'Question: Build the tram?',
          `${label}: A bus?`,
          '  Con: It is slow',
          'Yes',
          '  It is quiet',
        ),
      ).toEqual([
        'Build the tram? | Build the tram?',
        '1 | A bus? | blue',
        '2 | Yes | ochre',
        '1.1 attack 1 | It is slow',
        '2.1 support 2 | It is quiet',
      ]);
    },
  );

  test('of one level has claims, with their links as sources', async () => {
    expect(importLines(await read(['- It is [quiet](https://a.example)', '- It is slow'], 'Trams'))).toEqual([
      'Trams | Trams',
      '1 | Claims | blue',
      '1.1 support 1 | It is quiet | sources 1',
      '1.2 support 1 | It is slow',
      'source 1 | quiet | https://a.example',
    ]);
  });

  test('is the same again when it was exported as Kialo’s text', async () => {
    const first = await read([
      'Build the tram?',
      '- Yes',
      '  - It is quiet',
      '    - Con: Not in bends',
      '- No',
    ]);
    const again = await readFormat('kialo', bytesOf(writtenText('kialo', { ...first, branch: null })));
    expect(importLines(again)).toEqual(importLines(first));
  });

  test.each([
    ['one line', 'hello', 'malformed', 1],
    ['sentences without a list', 'One thought.\n\nAnother one.', 'malformed', 1],
    [
      'levels beyond those of a debate',
      Array.from({ length: LIMITS.depth + 4 }, (_, at) => `${' '.repeat(at)}- a`).join('\n'),
      'too_deep',
      LIMITS.depth + 3,
    ],
    ['too many claims', `- a\n${'  - b\n'.repeat(LIMITS.claims + 1)}`, 'too_many', LIMITS.claims + 2],
    ['a megabyte of lines', '- a\n'.repeat(250_000), 'too_many', 2 * LIMITS.claims + 1],
  ])('of %s is refused', async (_, text, problem, line) => {
    expect(await refusal(text)).toEqual([problem, line]);
  });
});

describe('pasted text', () => {
  test.each([
    ['Claim\tReply to\nIt is quiet\t\n', 'csv'],
    ['Was\tWorauf\nEs ist leise\t\n', 'csv'],
    ['Claim,Reply to\nIt is quiet,\n', 'csv'],
    ['===\ntitle: Trams\n===\n', 'argdown'],
    ['[Tram]: Build it.\n  + <Quiet>: It is.\n', 'argdown'],
    ['\n\nDiscussion Title: Trams\n\n1. Yes\n', 'kialo'],
    ['[a]: https://a.example\n- It is quiet\n', 'kialo'],
    ['- It is quiet, they say\n\t- Con: no\n', 'kialo'],
  ])('%j is recognized', (text, format) => {
    for (const name of ['', 'notes.txt']) expect(formatOf(name, bytesOf(text))).toBe(format);
  });

  test.each([
    ['', 'One thought.\n\nAnother one.'],
    ['', '<html>\n  <p>a</p>\n</html>'],
    ['map.dot', 'digraph {\n  a -> b\n}'],
  ])('in %j that begins with %j is of no known format', (name, text) => {
    expect(() => formatOf(name, bytesOf(text))).toThrow('unknown_format');
  });
});
