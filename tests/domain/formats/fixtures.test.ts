import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenInvariants } from '#domain/debate/engine/invariants.ts';
import { readTables, tableNameOf } from '#domain/formats/csv/read-zipped-set.ts';
import type { ExchangedDebate, Imported } from '#domain/formats/exchanged-debate.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { type FormatName, formatOf, readFormat } from '#domain/formats/formats.ts';
import { readText } from '#domain/formats/read-text.ts';
import { everythingOf } from '../../support/debate-builder.ts';
import { bytesOf, shapeOf, written } from '../../support/exchanged.ts';
import { FOREIGN_FILES } from '../../support/foreign-files.ts';

/** A folder of other people's files, read, written and read again as well: `PARLEY_FORMAT_FILES=…`. */
const FOLDER = process.env.PARLEY_FORMAT_FILES;

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
  test.each(FOREIGN_FILES)('%s', async (name, text) => readBack(name, bytesOf(text)));
});

describe('skipped content is reported', () => {
  const reasons = async (name: string) => {
    const bytes = bytesOf(FOREIGN_FILES.find(([own]) => own === name)?.[1] ?? '');
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
    const names = readdirSync(path).filter((name) => tableNameOf(name) !== null);
    const imported = readTables(
      new Map(names.map((name) => [name, readText(readFileSync(join(path, name)))])),
    );
    const again = await readFormat('polis', written('polis', imported));
    // Of older tables with milliseconds, seconds come back.
    const inSeconds = (of: ExchangedDebate) =>
      everythingOf({
        ...of.state,
        at: 0,
        claims: of.state.claims.map((claim) => ({ ...claim, at: Math.floor(claim.at / 1_000) })),
        links: of.state.links.map((link) => ({ ...link, at: Math.floor(link.at / 1_000) })),
      });
    expect(inSeconds(again)).toEqual(inSeconds(imported));
  });
});

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
