import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCsv } from '#domain/formats/csv/read-csv.ts';
import { readTables } from '#domain/formats/csv/read-zipped-set.ts';
import type { SetAside } from '#domain/formats/exchanged-debate.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { formatOf, readFormat } from '#domain/formats/formats.ts';
import { bytesOf, shapeOf, written } from '../../support/exchanged.ts';
import { FOREIGN_FILES } from '../../support/foreign-files.ts';
import { importLines } from '../../support/import-lines.ts';
import {
  CLAIM_COLUMNS,
  KIALO,
  KIALO_OLD,
  OWN_TABLES,
  POLIS_TABLES,
  POSITIONS_IN_AIF,
} from '../../support/odd-files.ts';

const OPTIONS = { title: 'File' };

/** By it our reader knows tables of Parley, in which apostrophes stand before formulas. */
const OWN_README = { 'README.txt': 'Opinion groups are not part of this export.\r\n' };

describe('everything of a file is read, or set aside with its line:', () => {
  test('files of other programs', async () => {
    // The chain of 45 claims says the same at each level.
    const files = FOREIGN_FILES.filter(([name]) => name !== 'deep.txt');
    const sections = files.map(async ([name, text]) => {
      const bytes = bytesOf(text);
      const lines = importLines(await readFormat(formatOf(name, bytes), bytes, OPTIONS));
      // A text of one letter, and as much of it as a notice quotes.
      const short = (line: string) =>
        line.replace('W'.repeat(700), 'W×700').replace('W'.repeat(119), 'W×119');
      return [`# ${name}`, ...lines.map(short), ''].join('\n');
    });
    await expect((await Promise.all(sections)).join('')).toMatchFileSnapshot(
      'written/foreign-files-read.txt',
    );
  });

  test('Kialo’s text, with references of all kinds, gaps, citations and long names', async () => {
    const long = 'long '.repeat(14);
    expect(importLines(await readFormat('kialo', bytesOf(KIALO), OPTIONS))).toEqual([
      'Sources: of light | Is it so?',
      '1 | A first line | blue | then more',
      `2 | ${long.slice(0, 59)}… | ochre | ${long}name`,
      '3 | Short | violet',
      '1.1 support 1 | on the same line [7] | sources 1 2',
      '1.2 attack 1 | after a gap [1], two [open | sources 3 4',
      '1.1 support 1',
      'source 1 | A [report] | https://example.org/r | First line ⏎  ⏎ last line',
      'source 2 | www.only.example | www.only.example',
      'source 3 | Only a title',
      'source 4 | two | https://two.example/a_(b)',
      'other_discussion (22): -> See discussion #12: x',
      'self_link (10): -> See 1.1.1.',
      'duplicate_link (16): -> See 1.1.1.',
      'links_nothing (18): -> See 1.1.',
      'links_nothing (20): -> See 9.9.',
    ]);
  });

  test('Kialo’s text, with what its question and its theses cite and link to as sources of the debate', async () => {
    const text = [
      'Discussion Name:\nTrams\n\n1. Question:\nShall [we](https://we.example)? [2]',
      '  1.1. Thesis:\n  See [a plan](https://plan.example) [1]\n    1.1.1. Pro:\n    It helps [1]',
      '\nSources:\n[1] Report https://report.example\n[2] Law\n',
    ];
    const { state, setAside } = await readFormat('kialo', bytesOf(text.join('\n')));
    expect([state.head?.motion, state.positions.get('p-1')?.name]).toEqual(['Shall we?', 'See a plan']);
    expect([...state.sources.values()].map(({ title, url }) => `${title} ${url}`.trim()).sort()).toEqual([
      'Law',
      'Report https://report.example',
      'a plan https://plan.example',
      'we https://we.example',
    ]);
    const [claim] = [...state.claims.values()];
    expect(claim?.sources.map((id) => state.sources.get(id)?.title)).toEqual(['Report']);
    expect(setAside).toEqual([]);
  });

  test('Kialo’s text with a second question: it is a thesis, and the motion stays', async () => {
    const text = [
      'Discussion Name:\nTrams\n\n1. Question:\nShall we?\n  1.1. Thesis:\n  Yes\n',
      '2. Question:\nWhen?\n  2.1. Pro:\n  Soon\n',
    ];
    expect(importLines(await readFormat('kialo', bytesOf(text.join('')), OPTIONS))).toEqual([
      'Trams | Shall we?',
      '1 | Yes | blue',
      '2 | When? | ochre',
      '2.1 support 2 | Soon',
    ]);
  });

  test('Kialo’s old text, in which a claim has a kind, and a number that follows', async () => {
    expect(importLines(await readFormat('kialo', bytesOf(KIALO_OLD), OPTIONS))).toEqual([
      'Old form | Old form',
      '1 | The thesis | blue',
      '2 | Second | ochre',
      '1.1 support 1 | With a link and a link ⏎     indented more | sources 1',
      '1.1.1 attack 1.1 | no ⏎ 1.3. not a claim, as it has no kind',
      '1.1 attack 2',
      'source 1 | a link | https://a.example',
    ]);
  });

  test('the tables of Polis, with votes cast twice, unknown ones, hidden and unsigned comments', () => {
    expect(
      importLines(readTables(new Map(Object.entries({ ...POLIS_TABLES, ...OWN_README })), 'File')),
    ).toEqual([
      '=Trees | =Trees',
      '1 | Claims | blue',
      '1.1 support 1 | Old | by v-6 | at 1970-01-01T00:16:40.000Z | votes 1 0 0',
      '1.2 support 1 | -Plant, more | by v-5 | at 2024-11-13T19:43:55.000Z | votes 1 0 1',
      'hidden: Fell them',
      ...['v-1', 'v-2', 'v-5', 'v-6', 'v-7'].map((id) => `person ${id}`),
      'about_people (3): Fell them',
      'links_nothing (6): t-9',
      'unknown_value (7): 2',
    ]);
  });

  test('the moments of Polis, in seconds or milliseconds, and its numbers, which go on in a file for it', () => {
    const imported = readTables(new Map(Object.entries({ ...POLIS_TABLES, ...OWN_README })), 'File');
    const { state } = imported;
    expect(state.claims.get('t-1')?.at).toBe(1_731_527_036_000);
    const old = state.claims.get('t-2') ?? expect.fail('no claim');
    const claims = state.claims.set('c-new', { ...old, id: 'c-new', text: 'New', author: 'ann' });
    const files = unzipSync(written('polis', { ...imported, state: { ...state, claims } }));
    const rows = [
      ...readCsv(strFromU8(files['comments.csv'] ?? new Uint8Array()).replaceAll('\r', '')),
    ].slice(1);
    expect(rows.map(({ cells }) => [cells[2], cells[3], cells[7]])).toEqual([
      ['1', '8', 'Fell them'],
      ['2', '6', 'Old'],
      ['3', '5', "'-Plant, more"],
      ['4', '7', 'New'],
    ]);
  });

  test('our tables, with references to what is not there', () => {
    expect(importLines(readTables(new Map(Object.entries(OWN_TABLES)), 'File'))).toEqual([
      'T | =M',
      '1 | North | teal | Up',
      '2 | South | ochre',
      '1.1 support 1 | One | by ann | at 2026-01-01T00:00:00.000Z | of 1 | votes 0 1 1 | sources 1 | cites 1: of',
      '1.1.1 attack 1.1 | Two | retracted',
      '1.1.1.1 support 1.1.1 | Under two | by bob',
      '1.1.2 attack step of 1.1 | Three | by bob',
      '1.1.1 support 2',
      '1.1.1 attack step of 1.1.2',
      'source 1 | Book | p. 1 | Says | Mine | by ann | text All of it',
      'comment on 1 | Cold | by ann | at 2026-01-02T00:00:00.000Z',
      'comment on 1.1 | Why',
      'comment on 1.1 | Lost | by bob',
      'comment on step of 1.1 | Since | by bob',
      'person ann | Ann',
      'person bob',
      'person cyd',
      'unknown_value (3): pink',
      'links_nothing (3): s-9',
      'links_nothing (3): s-9',
      'not_public (5): Four',
      'links_nothing (4): x-3',
      'repeated (3): it',
      'links_nothing (4): All',
      'empty (5): q-3',
      'unknown_value (5): maybe',
      'links_nothing (6): c-9',
      'links_nothing (6): Gone',
      'links_nothing (7): Gone too',
      'links_nothing (8): Nowhere',
      'empty (9): m-8',
    ]);
  });

  test('our tables if only claims are left, which reply to each other in a circle', () => {
    const files = new Map([['claims.csv', circle('claim,c-2', 'claim,c-1')]]);
    expect(importLines(readTables(files, 'File'))).toEqual([
      'File | File',
      '1 | Claims | blue',
      '1.1 support 1 | b',
      '1.1.1 support 1.1 | a',
      '1.1 support 1.1.1',
    ]);
  });

  test('AIF with positions, steps that lead nowhere, and a node that appears twice', async () => {
    expect(importLines(await readFormat('aif', bytesOf(JSON.stringify(POSITIONS_IN_AIF)), OPTIONS))).toEqual([
      'Motion | Motion',
      '1 | Yes | blue | And more',
      '2 | No | ochre',
      '2.1 support 2 | So',
      '2.1.1 attack step of 2.1 | …',
      '2.2 attack 2 | Six | at 2026-01-02T03:04:07.000Z',
      '2.1 support 1 | kind consequences',
      'repeated: 11',
      'no_place: edge 17: 6 → 8',
      'links_nothing: edge 18: 99 → 6',
      'links_nothing: edge 19: 6 → 98',
      'no_place: RA 13',
      'no_place: RA 15',
      'empty: c-2',
      'no_place: L 14: Ann: so',
      'no_place: MA 16: MA',
      '29 records of aif are kept',
    ]);
  });

  test('AIF with two motions: positions on the second are claims that support it', async () => {
    const node = (nodeID: string, type: string, text: string, more: object = {}) => ({
      nodeID,
      type,
      text,
      ...more,
    });
    const step = { scheme: 'Parley: position on a motion' };
    const nodes = [
      node('1', 'I', 'First motion'),
      node('2', 'I', 'Yes'),
      node('3', 'RA', 'RA', step),
      node('4', 'I', 'Second motion'),
      node('5', 'I', 'No'),
      node('6', 'RA', 'RA', step),
    ];
    const edges = ['2 3', '3 1', '5 6', '6 4'].map((ends, at) => {
      const [fromID, toID] = ends.split(' ');
      return { edgeID: `${at + 1}`, fromID, toID };
    });
    const file = bytesOf(JSON.stringify({ nodes, edges, locutions: [] }));
    expect(importLines(await readFormat('aif', file, OPTIONS))).toEqual([
      'First motion | First motion',
      '1 | Yes | blue',
      '2 | Claims | ochre',
      '2.1 support 2 | Second motion',
      '2.1.1 support 2.1 | No',
      '7 records of aif are kept',
    ]);
  });
});

/** A table of two claims, a and b, that reply to these. */
function circle(first: string, second: string): string {
  // In another order than ours: columns are found by their names.
  const names = CLAIM_COLUMNS.replace('claim_id,text', 'text,claim_id');
  const rest = ','.repeat(14);
  return `${names}\na,c-1,${first},support${rest}\nb,c-2,${second},support${rest}\n`;
}

describe('tables of Polis', () => {
  const comments =
    'timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,comment-body\n' +
    '1731527035,0,1,1,0,1,false,Keep them\n1731527036,1,2,0,1,-1,false,Spam\n1731527037,2,2,0,0,0,true,I cycle\n';
  const votes = 'timestamp,comment-id,voter-id,vote\n1731527040,0,2,1\n1731527041,1,1,-1\n';

  test('are read as Polis writes them today: without datetime, with is-meta, in seconds', () => {
    const { state, setAside } = readTables(
      new Map([
        ['comments.csv', comments],
        ['votes.csv', votes],
      ]),
    );
    expect(
      ['t-0', 't-1', 't-2']
        .map((id) => state.claims.get(id))
        .map((claim) => [claim?.text, new Date(claim?.at ?? 0).toISOString()]),
    ).toEqual([
      ['Keep them', '2024-11-13T19:43:55.000Z'],
      ['Spam', '2024-11-13T19:43:56.000Z'],
      ['I cycle', '2024-11-13T19:43:57.000Z'],
    ]);
    expect([...state.hidden.keys()]).toEqual(['t-1']);
    expect(state.claims.get('t-0')?.tally).toMatchObject({ agree: 1, disagree: 0 });
    expect(setAside).toEqual([{ why: 'about_people', what: 'I cycle', line: 4 }]);
  });

  test('keep the whole of a comment and a topic that were written without quotes', () => {
    const head = 'timestamp,comment-id,author-id,moderated';
    const { state } = readTables(
      new Map([
        ['summary.csv', 'topic,Cars, trains\nurl,\n'],
        ['comments.csv', `${head},comment-body\n1731527035,0,1,1,Cars, trains and buses pollute\n`],
        ['votes.csv', votes],
      ]),
    );
    expect(state.head?.title).toBe('Cars, trains');
    expect(state.claims.get('t-0')?.text).toBe('Cars, trains and buses pollute');
    // In another column no one can tell where the text ends.
    const mixed = new Map([
      ['comments.csv', 'comment-body,timestamp,comment-id,author-id,moderated\nCars, trains,1,0,1,1\n'],
      ['votes.csv', votes],
    ]);
    expect(() => readTables(mixed)).toThrow('malformed in line 2: more cells than columns');
  });

  test.each<[string, string, string, readonly SetAside[]]>([
    ['is short is the motion', "'=Shall we?", '=Shall we?', []],
    ['is blank leaves the topic as the motion', ' ', 'Trees', []],
    [
      'is too long for a motion leaves the topic as the motion, and is named',
      'm'.repeat(301),
      'Trees',
      [{ why: 'long_motion', what: `${'m'.repeat(119)}…`, line: null }],
    ],
  ])('a description that %s', (_, description, motion, setAside) => {
    const read = readTables(
      new Map([
        ['summary.csv', `topic,Trees\nconversation-description,${description}\n`],
        ['comments.csv', comments],
        ['votes.csv', votes],
        ...Object.entries(OWN_README),
      ]),
    );
    expect(read.state.head).toMatchObject({ title: 'Trees', motion });
    expect(read.setAside.slice(0, -1)).toEqual(setAside);
  });

  test.each([
    ['comments.csv', comments, 'votes.csv'],
    ['votes.csv', votes, 'comments.csv'],
  ])('are refused where there is %s alone', (name, text, missing) => {
    const error = (() => {
      try {
        return readTables(new Map([[name, text]]));
      } catch (error) {
        return error;
      }
    })();
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ problem: 'missing_file', detail: missing });
  });
});

describe('a discussion of Kialo with more theses than a debate has positions', () => {
  const text = FOREIGN_FILES.find(([name]) => name === 'theses.txt')?.[1] ?? '';

  test('is imported completely: the last theses become claims under one position, and the report says so', async () => {
    const imported = await readFormat('kialo', bytesOf(text));
    const { positions, claims } = shapeOf(imported);
    expect(positions.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 7 }, (_, at) => `Build number ${at + 1}`),
      'Further theses',
    ]);
    expect(claims).toHaveLength(12 + 5);
    expect(claims.find(({ number }) => number === '8.5')).toMatchObject({
      text: 'Build number 12',
      relation: 'support',
    });
    expect(claims.find(({ number }) => number === '8.5.1')).toMatchObject({ text: 'It costs 12 million' });
    expect(imported.setAside.map(({ why, what }) => [why, what])).toEqual(
      [8, 9, 10, 11, 12].map((at) => ['bundled', `Build number ${at}`]),
    );
  });
});
