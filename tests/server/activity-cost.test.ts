import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import { audienceIn, projectState } from '../../domain/debate/engine/project.ts';
import { generateDebate } from '../../server/cli/generate/generate-debate.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import type { SearchedEntries } from '../../server/log/operation-log.ts';
import { entriesMentioning } from '../../server/log/searched-entries.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { StateCheckpoints } from '../../server/log/snapshots/state-checkpoints.ts';
import { PackedDebates } from '../../server/services/debates/packed-debates.ts';
import { type ActivityQuery, History } from '../../server/services/history/history.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { startDatabase, type TestDatabase } from '../support/database.ts';
import { startLogNode } from '../support/log-node.ts';

/** A log that counts what is read of it. */
class CountedLog extends DatabaseLog {
  entriesRead = 0;
  mostAtOnce = 0;
  searches = 0;

  override async read(debateId: string, after: number, limit: number) {
    return this.#counted(await super.read(debateId, after, limit));
  }

  override async readPage(debateId: string, after: number, limit: number, characters: number) {
    const page = await super.readPage(debateId, after, limit, characters);
    return { ...page, entries: this.#counted(page.entries) };
  }

  override async search(debateId: string, wanted: SearchedEntries, limit: number) {
    this.searches += 1;
    return this.#counted(await super.search(debateId, wanted, limit));
  }

  #counted<T>(entries: T[]): T[] {
    this.entriesRead += entries.length;
    this.mostAtOnce = Math.max(this.mostAtOnce, entries.length);
    return entries;
  }
}

const NO_WISH = { before: null, kind: null, by: null, branch: null };
const SIZE = { claims: 1_500, positions: 3, people: 40, votesPerClaim: 12, seed: 7 };

let tested: TestDatabase;
let log: CountedLog;
let history: History;
let historyWith: (more: { packed?: PackedDebates }) => History;
let debateId: string;
let leaf: string;

beforeAll(async () => {
  tested = await startDatabase();
  const { database } = tested;
  ({ debateId } = await generateDebate(database, SIZE));
  log = new CountedLog(database);
  const participants = new Participants(database, () => undefined);
  const { rooms } = startLogNode(log);
  const moments = new StateCheckpoints(log, () => undefined);
  historyWith = (more) => new History({ log, rooms, participants, moments, address: () => 'home', ...more });
  history = historyWith({});
  const { state } = (await loadState(log, debateId)) ?? expect.fail('it is there');
  const view = projectState(state, audienceIn(state, null), null);
  // The oldest claim under which nothing stands: its line is the last one would come to.
  const bare = [...view.claims.keys()].filter((id) => !view.childLinks.has(id));
  leaf = bare[0] ?? expect.fail('one has no replies');
});

afterAll(() => tested.stop());

async function costOf(wish: Partial<ActivityQuery>) {
  Object.assign(log, { entriesRead: 0, mostAtOnce: 0, searches: 0 });
  const page = await history.activity(debateId, null, { ...NO_WISH, ...wish });
  const { entriesRead, mostAtOnce, searches } = log;
  return {
    lines: page.ok ? page.happenings.length : expect.fail('readable'),
    entriesRead,
    mostAtOnce,
    searches,
  };
}

test('[HI7] a page without lines reads no more of the log than a full one', async () => {
  // The room is opened once, by the first request.
  await costOf({});
  const full = await costOf({});
  expect(full.lines).toBeGreaterThanOrEqual(50);
  expect(full.entriesRead).toBeLessThanOrEqual(1_200);
  const empty: Partial<ActivityQuery>[] = [
    { by: 'nobody' },
    { by: 'nobody', kind: 'claims' },
    { kind: 'sources' },
    { branch: 'c_nothing' },
    { branch: leaf, kind: 'comments' },
    { by: 'system' },
  ];
  for (const wish of empty) {
    const cost = await costOf(wish);
    expect(cost, JSON.stringify(wish)).toMatchObject({ lines: 0 });
    expect(cost.entriesRead, JSON.stringify(wish)).toBeLessThanOrEqual(full.entriesRead);
    expect(cost.searches, JSON.stringify(wish)).toBeLessThanOrEqual(6);
  }
});

test('[HI7] a debate is projected once for all its readers', async () => {
  let projections = 0;
  const packed = new PackedDebates((...of) => {
    projections += 1;
    return projectState(...of);
  });
  const shared = historyWith({ packed });
  for (const branch of [null, leaf, leaf]) {
    const page = await shared.activity(debateId, null, { ...NO_WISH, branch });
    const lines = page.ok ? page.happenings.length : expect.fail('readable');
    expect(lines).toBeGreaterThanOrEqual(branch === null ? 50 : 0);
  }
  await shared.open(debateId, null, { seq: 100 });
  expect(projections).toBe(1);
});

test('[HI7] a page is read in pieces, and others have their turn between them', async () => {
  await costOf({});
  let turns = 0;
  let reading = true;
  const watch = () => {
    turns += 1;
    if (reading) setImmediate(watch);
  };
  setImmediate(watch);
  const cost = await costOf({});
  reading = false;
  expect(cost.mostAtOnce).toBeLessThanOrEqual(200);
  expect(turns).toBeGreaterThanOrEqual(cost.searches - 1);
});

test('[HI6] entries that name something are read in statements of a bounded size, all of them and in order', async () => {
  const { database } = tested;
  const sizes: number[] = [];
  const prisma = database.prisma.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        const rows = await query(args);
        sizes.push(Array.isArray(rows) ? rows.length : 1);
        return rows;
      },
    },
  }) as typeof database.prisma;
  const found: LogEntry[] = [];
  const wanted = { words: ['agree'], types: ['vote.cast'] };
  const counted = new DatabaseLog({ ...database, prisma });
  for await (const entries of entriesMentioning(counted, debateId, 1_000_000, wanted)) found.push(...entries);
  const all = await new DatabaseLog(database).read(debateId, 0, 1_000_000);
  const isNamed = ({ type, payload }: (typeof all)[number]) =>
    type === 'vote.cast' && JSON.stringify(payload).includes('"agree"');
  expect(found.length).toBeGreaterThan(1_000);
  expect(found.map(({ seq }) => seq)).toEqual(all.filter(isNamed).map(({ seq }) => seq));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
});
