import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide } from '../../domain/debate/engine/decide.ts';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { brokenInvariants } from '../../domain/debate/engine/invariants.ts';
import { idSchema, type Operation, operationSchema } from '../../domain/debate/engine/operations.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { toLogEntries } from '../../domain/debate/engine/to-log-entries.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { isShown } from '../../domain/debate/map/tree.ts';
import type { ExchangedDebate, Imported } from '../../domain/formats/exchanged-debate.ts';
import { FormatError } from '../../domain/formats/format-error.ts';
import { FORMAT_NAMES, FORMATS, formatOf, readFormat } from '../../domain/formats/formats.ts';
import type { StoredEntry } from '../../server/log/operation-log.ts';
import { readImport } from '../../server/services/imports/read-import.ts';
import { comment, editTo, newClaim } from '../support/debate-builder.ts';
import { bytesOf, shapeOf, written } from '../support/exchanged.ts';
import { FOREIGN_FILES } from '../support/foreign-files.ts';

/** A template has no claims. */
const READ = FORMAT_NAMES.filter((name) => FORMATS[name].read && name !== 'template');

/** The debate that a server makes of a file. */
async function madeOf(fileName: string, bytes: Uint8Array): Promise<DebateState> {
  const stored: StoredEntry[] = [];
  const owner = { ownerId: 'olga', visibility: 'private' } as const;
  const read = await readImport({ bytes, fileName, format: null, owner, now: Date.now() }, (some) => {
    stored.push(...some);
  });
  expect(read).not.toHaveProperty('problem');
  return evolveAll(
    EMPTY_STATE,
    stored.map((entry) => upcastEntry(entry, ENTRY_SHAPE)),
  );
}

/** Everything with an id is called as operations call it. */
function expectSoundIds({ positions, claims, links, sources, comments }: DebateState): void {
  const all = [positions, claims, links, sources, comments].flatMap((records) => [...records.keys()]);
  expect(all.filter((id) => !idSchema.safeParse(id).success)).toEqual([]);
}

/** Votes on, edits, discusses and answers every claim; what came of it. */
function used(before: DebateState, run: string): DebateState {
  let state = before;
  const does = (operation: Operation) => {
    expect(operationSchema.safeParse(operation).error).toBeUndefined();
    const decision = decide(state, operation, { id: 'olga', role: 'owner' });
    if (!decision.ok) return decision.rejection.code;
    state = evolveAll(
      state,
      toLogEntries(state, decision.effects, { actor: 'olga', author: 'olga' }, Date.now()),
    );
    return 'done';
  };
  for (const [nth, claim] of [...before.claims.values()].entries()) {
    if (!isShown(state, claim) || claim.retracted) continue;
    const on = { kind: 'claim', id: claim.id } as const;
    expect(does(editTo(state, claim.id, `Edited ${run} ${nth}`))).toBe('done');
    const answer = run === 'once' ? 'agree' : 'disagree';
    const wording = state.claims.get(claim.id)?.wording ?? 1;
    expect(does({ type: 'vote.cast', claimId: claim.id, answer, wording })).toBe('done');
    expect(does(comment({ commentId: `m-${run}-${nth}`, on, text: `About ${nth}` }))).toBe('done');
    expect(['done', 'too_deep']).toContain(does({ ...newClaim(`${run}-${nth}`, ''), target: on }));
  }
  expect(brokenInvariants(state)).toEqual([]);
  return state;
}

/** A debate whose file gives no title has the file's name for it, and for the motion: these are not the reader's. */
function titledAs(made: DebateState, read: DebateState): DebateState {
  if (!made.head || !read.head) return made;
  const { title, motion } = read.head;
  const isNamed = made.head.title !== title;
  return isNamed && made.head.motion === made.head.title
    ? { ...made, head: { ...made.head, title, motion } }
    : made;
}

async function isUsable(fileName: string, bytes: Uint8Array): Promise<void> {
  const imported = await readFormat(formatOf(fileName, bytes), bytes);
  expectSoundIds(imported.state);
  const made = await madeOf(fileName, bytes);
  expectSoundIds(made);
  expect(shapeOf({ ...imported, state: titledAs(made, imported.state) })).toEqual(shapeOf(imported));
  const state = used(made, 'once');
  const debate: ExchangedDebate = { state, names: new Map(), kept: imported.kept };
  for (const name of READ) {
    const file = written(name, debate);
    const again: Imported = await readFormat(name, file);
    expectSoundIds(again.state);
    const { extension } = FORMATS[name];
    const madeAgain = await madeOf(`again.${extension}`, file);
    expectSoundIds(madeAgain);
    const texts = (of: DebateState) => new Set([...of.claims.values()].map(({ text }) => text));
    for (const text of texts(state)) if (name !== 'tgf') expect(texts(madeAgain)).toContain(text);
    used(madeAgain, `again-${name}`);
  }
}

describe('a file of another program becomes a debate in which everything can be done', () => {
  test.each(FOREIGN_FILES)('%s', async (name, text) => isUsable(name, bytesOf(text)));
});

/** A folder of other people's files: `PARLEY_FORMAT_FILES=…`. */
const FOLDER = process.env.PARLEY_FORMAT_FILES ?? '';
const SETS = ['argdown', 'argdown-dung', 'aif', 'frameworks', 'kialo'];

describe.runIf(FOLDER !== '')('files of other people become debates in which everything can be done', () => {
  const paths = SETS.map((set) => join(FOLDER, set))
    .filter((path) => FOLDER !== '' && existsSync(path))
    .flatMap((path) => readdirSync(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/LICENSE|README/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  test.each(paths)('%s', { timeout: 120_000 }, async (path) => {
    const bytes = readFileSync(path);
    const read = await readFormat(formatOf(basename(path), bytes), bytes).catch((error: unknown) => error);
    // Scraps for a lexer's tests are no documents.
    if (!(read instanceof FormatError)) await isUsable(basename(path), bytes);
  });
});
