import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenInvariants } from '../../../domain/debate/invariants.ts';
import { readTables, TABLE_FILES } from '../../../domain/formats/csv/read-zipped-set.ts';
import type { Imported } from '../../../domain/formats/exchanged-debate.ts';
import { FormatError } from '../../../domain/formats/format-error.ts';
import { FORMATS, type FormatName, formatOf, readFormat } from '../../../domain/formats/formats.ts';
import { readText } from '../../../domain/formats/read-text.ts';
import { everythingOf } from '../../support/debate-builder.ts';
import { bytesOf, shapeOf, written } from '../../support/exchanged.ts';

/** A folder of other people's files, read, written and read again as well: `PARLEY_FORMAT_FILES=…`. */
const FOLDER = process.env.PARLEY_FORMAT_FILES;

/** Files of our own that hold what others' do: circles, self-loops, unconnected parts, what no map shows. */
const OWN: readonly (readonly [string, string])[] = [
  ['circle.tgf', 'a\nb\nc said\n#\na b\nb c\nc a\n'],
  ['alone.tgf', 'a\nb\n#\na a\nb a\na b\n'],
  [
    'said.json',
    JSON.stringify({
      nodes: [
        { nodeID: '1', text: 'The bridge holds', type: 'I', timestamp: '2021-05-04 10:00:00' },
        { nodeID: '2', text: 'It was tested', type: 'I', timestamp: '2021-05-04 10:00:01' },
        { nodeID: '3', text: 'By an engineer', type: 'I', timestamp: '2021-05-04 10:00:02' },
        { nodeID: '4', text: 'RA', type: 'RA', timestamp: '2021-05-04 10:00:03' },
        { nodeID: '5', text: 'Tests tell little', type: 'I', timestamp: '2021-05-04 10:00:04' },
        { nodeID: '6', text: 'CA', type: 'CA', timestamp: '2021-05-04 10:00:05' },
        { nodeID: '7', text: 'Ann says so', type: 'L', timestamp: '2021-05-04 10:00:06' },
        { nodeID: '8', text: 'Asserting', type: 'YA', timestamp: '2021-05-04 10:00:07' },
        { nodeID: '9', text: 'CA', type: 'CA', timestamp: '2021-05-04 10:00:08' },
      ],
      edges: [
        { edgeID: '1', fromID: '2', toID: '4', formEdgeID: null },
        { edgeID: '2', fromID: '3', toID: '4', formEdgeID: null },
        { edgeID: '3', fromID: '4', toID: '1', formEdgeID: null },
        { edgeID: '4', fromID: '5', toID: '6', formEdgeID: null },
        { edgeID: '5', fromID: '6', toID: '4', formEdgeID: null },
        { edgeID: '6', fromID: '7', toID: '8', formEdgeID: null },
        { edgeID: '7', fromID: '8', toID: '1', formEdgeID: null },
        { edgeID: '8', fromID: '1', toID: '9', formEdgeID: null },
        { edgeID: '9', fromID: '9', toID: '5', formEdgeID: null },
        { edgeID: '10', fromID: '1', toID: '9', formEdgeID: null },
      ],
      locutions: [
        {
          nodeID: '7',
          personID: '3',
          timestamp: '2021-05-04 10:00:06',
          start: null,
          end: null,
          source: null,
        },
      ],
    }),
  ],
  [
    'bridge.argdown',
    '# The bridge\n\n[Safe]: The bridge holds.\n  + <Tested>: It was **tested** [here](https://example.org/a_b). #pro\n    _ <Little>: Tests tell little.\n  - <Old>\n\n<Old>: It is old.\n  + [Safe]\n\n<Proof>\n\n(1) [P]: Steel is strong.\n(2) It is steel.\n----\n(3) [Safe]\n',
  ],
  [
    'old.txt',
    'Discussion Title: The bridge\n\n1. It holds.\n\n1.1. Pro: It was tested, see [a report](https://example.org/r_\\(1\\)).\nTwice.\n1.1.1. Con: Tests tell little \\(so they say\\).\n1.2. Con: -> See 1.1.1.\n1.3. Con: 1.1. is no proof\n',
  ],
  [
    'new.txt',
    'Discussion Name:\r\nThe bridge\r\n\r\n1. Question:\r\nDoes it hold?\r\n  1.1. Thesis:\r\n  Yes\r\n    1.1.1. Pro:\r\n    It was tested [1].\r\n    1.1. is no heading here.\r\n    1.1.2. Con:\r\n    -> See 1.2.1.\r\n    1.1.3. Con:\r\n    -> See discussion #35761: Bridges\r\n  1.2. Thesis:\r\n  No\r\n    1.2.1. Pro:\r\n    It is old.\r\n\r\nSources:\r\n[1] A report https://example.org/report\r\nFirst line\r\nsecond line\r\n',
  ],
];

/** Reads it, writes it, reads that: as much, and the same. */
async function goesRound(name: FormatName, imported: Imported): Promise<void> {
  expect(brokenInvariants(imported.state, imported.state.votes.size > 100 ? 'own' : 'all')).toEqual([]);
  const again = await readFormat(name, written(name, imported));
  expect(shapeOf(again)).toEqual(shapeOf(imported));
  expect(again.kept).toEqual(imported.kept);
  const parley = await readFormat('parley', written('parley', imported));
  expect(everythingOf(parley.state)).toEqual(everythingOf(imported.state));
  expect(parley.kept).toEqual(imported.kept);
}

async function readBack(fileName: string, bytes: Uint8Array): Promise<void> {
  const name = formatOf(fileName, bytes);
  await goesRound(name, await readFormat(name, bytes));
}

describe('a file goes in, out and in again', () => {
  test.each(OWN)('%s', async (name, text) => readBack(name, bytesOf(text)));
});

describe('what is set aside is told', () => {
  const reasons = async (name: string) => {
    const bytes = bytesOf(OWN.find(([own]) => own === name)?.[1] ?? '');
    const { setAside } = await readFormat(formatOf(name, bytes), bytes);
    return setAside.map(({ why, line }) => [why, line]);
  };
  test('of a graph', async () => expect(await reasons('alone.tgf')).toEqual([['self_link', 4]]));
  test('of AIF', async () =>
    expect((await reasons('said.json')).map(([why]) => why).sort()).toEqual([
      'duplicate_link',
      'no_place',
      'no_place',
    ]));
  test('of Argdown', async () => expect(await reasons('bridge.argdown')).toContainEqual(['formatting', 4]));
  test('of Kialo', async () => expect(await reasons('new.txt')).toEqual([['other_discussion', 13]]));
});

const SETS = ['argdown', 'argdown-dung', 'aif', 'frameworks', 'polis', 'kialo'];

describe.runIf(FOLDER)('others’ files go in, out and in again', () => {
  const folder = FOLDER ?? '';
  const files = SETS.flatMap((set) => filesIn(join(folder, set))).filter(
    (path) => !/LICENSE|README|\.csv$/.test(path),
  );
  test.each(files)('%s', async (path) => {
    const bytes = readFileSync(path);
    const name = formatOf(basename(path), bytes);
    const imported = await readFormat(name, bytes).catch((error: unknown) => error);
    if (imported instanceof FormatError) {
      // Scraps for a lexer's tests are no documents: what is refused is said, and in which line.
      expect(imported.problem === 'nothing_found' || imported.line !== null, imported.message).toBe(true);
      return;
    }
    await goesRound(name, imported as Imported);
  });

  const tables = existsSync(join(folder, 'polis'))
    ? readdirSync(join(folder, 'polis')).map((name) => join(folder, 'polis', name))
    : [];
  test.each(tables.filter((path) => statSync(path).isDirectory()))('%s', async (path) => {
    const names = readdirSync(path).filter((name) => TABLE_FILES.has(name));
    const imported = readTables(
      new Map(names.map((name) => [name, readText(readFileSync(join(path, name)))])),
    );
    const again = await FORMATS.polis.read?.(written('polis', imported));
    expect(again && everythingOf(again.state)).toEqual(everythingOf(imported.state));
  });
});

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
