import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { CSV_COLUMNS } from '#domain/formats/csv/csv-set.ts';
import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { type FormatName, readFormat } from '#domain/formats/formats.ts';
import { PAGE_STYLE } from '#domain/formats/pages/page-style.ts';
import { bytesOf, written, writtenText } from '../../support/exchanged.ts';
import { fullDebateForExport } from '../../support/full-debate.ts';

/** Compares it with a file of `written`. Extensions keep formatters away: `full.page` is HTML, `full.csv` and `full.polis` are several tables. */
const expectWritten = (text: string, file: string) => expect(text).toMatchFileSnapshot(`written/${file}`);

let made: ExchangedDebate | null = null;
/** Made once, by the first test that needs it. */
const theDebate = () => {
  made ??= fullDebateForExport();
  return made;
};

/** The tables of an archive one after another, each under its name. */
function tablesOf(format: FormatName, debate: ExchangedDebate): string {
  const files = Object.entries(unzipSync(written(format, debate))).sort(([a], [b]) => (a < b ? -1 : 1));
  return files
    .map(([name, bytes]) => `# ${name}\n${strFromU8(bytes).replace('\ufeff', '').replaceAll('\r\n', '\n')}`)
    .join('');
}

describe('a debate with all that files show', () => {
  test.each([
    ['markdown', 'full.commonmark'],
    ['argdown', 'full.argdown'],
    ['aif', 'full.aif'],
    ['annotations', 'full.jsonld'],
    ['dot', 'full.dot'],
    ['graphml', 'full.graphml'],
    ['tgf', 'full.tgf'],
    ['apx', 'full.apx'],
  ] as const)('is written as %s, to the letter', async (format, file) => {
    await expectWritten(writtenText(format, theDebate()), file);
  });

  test('is written as a page, to the letter', async () => {
    const page = writtenText('html', theDebate());
    await expectWritten(page.replace(`<style>${PAGE_STYLE}</style>\n`, ''), 'full.page');
  });

  test('is written as Kialo’s text, to the letter, with its ends of lines', async () => {
    const text = writtenText('kialo', theDebate());
    await expectWritten(text.replaceAll('\r\n', '\n'), 'full.kialo');
    expect(text).not.toMatch(/(?<!\r)\n/);
  });

  test.each(['csv', 'polis'] as const)('is written as the tables of %s, to the letter', async (format) => {
    await expectWritten(tablesOf(format, theDebate()), `full.${format}`);
  });

  test('has tables that spreadsheets read: with a byte order mark, and ends of lines', () => {
    for (const bytes of Object.values(unzipSync(written('csv', theDebate())))) {
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(strFromU8(bytes.slice(-2))).toBe('\r\n');
    }
  });

  test('with a ballot for research is written as rows and groups, on the claims that are there', async () => {
    const answers = ['agree', 'disagree', 'pass', null] as const;
    const rows = Array.from({ length: 20 }, (_, at) => ({
      answers: [answers[at % 4] ?? null, at < 3 ? answers[0] : null, at % 5 === 0 ? answers[1] : null, null],
      group: [0, 1, null][at % 3] ?? null,
    }));
    const ballots = { kind: 'rows', claims: ['c-a', 'c-gone', 'c-f', 'c-u'], rows, groups: 2 } as const;
    await expectWritten(tablesOf('polis', { ...theDebate(), ballots }), 'ballot.polis');
  });

  test.each([
    ['voting', 'This is a ballot for research: its votes leave once no one may vote any more.'],
    ['few', 'This is a ballot for research: its votes leave once at least 15 people have voted.'],
  ] as const)('says why a ballot for research has no votes yet: %s', (why, sentence) => {
    const tables = tablesOf('polis', { ...theDebate(), ballots: { kind: 'kept', why } });
    expect(tables.split('\n').filter((line) => line.includes('research'))).toEqual([sentence]);
  });
});

test.each(['argdown', 'aif', 'kialo'] as const)(
  'a file without positions leaves as %s without the position its claims were gathered at',
  async (format) => {
    const graph = await readFormat('tgf', bytesOf('a A\nb B\nc C\n#\nb a\nc a\nc b\n'), { title: 'Graph' });
    const text = writtenText(format, graph).replaceAll('\r\n', '\n');
    await expectWritten(text, `graph.${format}`);
  },
);

describe('a debate with nothing in it, not even a title,', () => {
  const nothing = { state: EMPTY_STATE, names: new Map(), kept: [] };

  test.each<[FormatName, string]>([
    ['markdown', '# \n\n****\n\n'],
    ['kialo', 'Discussion Name:\r\n\r\n\r\n1. Question:\r\n\r\n'],
    ['aif', '{"nodes":[],\n"edges":[],\n"locutions":[]}\n'],
    ['tgf', '#\n'],
    ['apx', ''],
  ])('is written as %s', (format, text) => {
    expect(writtenText(format, nothing)).toBe(text);
  });

  test.each<[FormatName, string, string]>([
    ['argdown', '===\ntitle: ""\n', 'sources.\n\n'],
    [
      'dot',
      'digraph debate {\n  label="";\n',
      '  "the motion" [label="", shape=plaintext, fontsize=16];\n}\n',
    ],
    [
      'graphml',
      '<?xml',
      '<data key="graph-title"></data>\n<node id="motion"><data key="node-kind">motion</data><data key="node-text"></data></node>\n</graph>\n</graphml>\n',
    ],
    [
      'html',
      '<!doctype html>',
      '<header><p dir="auto"></p>\n<h1 dir="auto"></h1></header>\n</main>\n</body>\n</html>\n',
    ],
    ['annotations', '{\n  "@context"', '"startIndex": 0,\n    "items": []\n  }\n}\n'],
    [
      'template',
      '{\n  "format": "parley-template",\n  "version": 1,\n  "title": "",\n  "about": "",\n  "motion": "",\n  "settings": {},\n',
      '"texts": []\n}\n',
    ],
  ])('begins and ends as %s', (format, start, end) => {
    const text = writtenText(format, nothing);
    expect([text.slice(0, start.length), text.slice(-end.length)]).toEqual([start, end]);
  });

  test('is written as tables without rows, which cannot be read as a debate', async () => {
    const columns = Object.values(CSV_COLUMNS).map((names) => `${names.join(',')}\r\n`);
    const files = Object.values(unzipSync(written('csv', nothing))).map((bytes) => strFromU8(bytes.slice(3)));
    expect(files).toEqual(columns);
    await expect(readFormat('csv', written('csv', nothing))).rejects.toMatchObject({
      problem: 'nothing_found',
    });
    expect(tablesOf('polis', nothing)).toContain(
      '# summary.csv\ntopic,\nurl,\nvoters,0\nvoters-in-conv,0\ncommenters,0\ncomments,0\nconversation-description,\n',
    );
  });
});
