import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finish } from '../../domain/collections/steps.ts';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { EARLIEST_STATE_SHAPE } from '../../domain/debate/engine/upcast.ts';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { MILESTONE_EVERY, type OperationLog, type StoredEntry } from '../../server/log/operation-log.ts';
import { snapshotText } from '../../server/log/snapshots/snapshot-text.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { StateRebuilder } from '../../server/log/snapshots/state-rebuilder.ts';
import { makeDebate } from '../support/log-node.ts';
import { type FreshDatabase, freshDatabase } from '../support/shared-postgres.ts';

const HEAD = MILESTONE_EVERY + 1_500;
let fresh: FreshDatabase;
let database: Database;
let log: DatabaseLog;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ databaseUrl: fresh.url, dataDir: '' });
  log = new DatabaseLog(database);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** A debate with many entries, and its state as a release of an earlier shape stored it. */
async function aDebateOfShape(id: string, shape: number) {
  await makeDebate(log, id, ['m_ann']);
  const { head = 0 } = (await log.heads([id])).get(id) ?? {};
  const entries = Array.from({ length: HEAD - head }, (_, index): StoredEntry => {
    const seq = head + 1 + index;
    const rest = { actor: 'system', author: 'system', shape: ENTRY_SHAPE, type: 'debate.edited' };
    return { seq, at: 1_000 * seq, payload: { title: `Title ${seq}` }, ...rest };
  });
  await log.append([{ debateId: id, head, entries, answers: [] }]);
  const { state } = (await loadState(log, id)) ?? expect.fail('no debate');
  const text = finish(snapshotText(state))
    .replace('"ratings":', '"weights":')
    .replace(/"shape":\d+/, `"shape":${shape}`);
  await log.saveSnapshot(id, { seq: HEAD, shape, data: new Uint8Array(gzipSync(text)) });
  return toSnapshot(state);
}

const fail = (error: unknown) => expect.fail(`${error}`);

/** The log, counting the entries that are read from it. */
function counted(): OperationLog & { entries: number } {
  const counting = Object.assign(Object.create(log) as OperationLog & { entries: number }, { entries: 0 });
  counting.readPage = async (...which) => {
    const page = await log.readPage(...which);
    counting.entries += page.entries.length;
    return page;
  };
  for (const name of ['heads', 'latestSnapshot', 'saveSnapshot'] as const)
    Object.assign(counting, { [name]: log[name].bind(log) });
  return counting;
}

test('[LG14] after an upgrade a debate opens from the state that the release before stored', async () => {
  const snapshot = await aDebateOfShape('d_upcast', EARLIEST_STATE_SHAPE);
  const counting = counted();
  const loaded = await loadState(counting, 'd_upcast');
  expect(loaded && toSnapshot(loaded.state)).toEqual(snapshot);
  expect([counting.entries, loaded?.storedAt]).toEqual([0, HEAD]);
});

test('[LG14] a state of a shape that is no longer read is made again in the background, from where an earlier try stopped', async () => {
  const snapshot = await aDebateOfShape('d_rebuilt', EARLIEST_STATE_SHAPE - 1);
  const stopped = counted();
  const first = new StateRebuilder(database, stopped, fail);
  stopped.saveSnapshot = async (...stored) => {
    await log.saveSnapshot(...stored);
    first.stop();
  };
  await first.look();
  expect((await loadState(log, 'd_rebuilt'))?.storedAt).toBe(MILESTONE_EVERY);
  const counting = counted();
  await new StateRebuilder(database, counting, fail).look();
  expect(counting.entries).toBe(HEAD - MILESTONE_EVERY);
  const loaded = await loadState(log, 'd_rebuilt');
  expect(loaded?.storedAt).toBe(HEAD);
  expect(loaded && toSnapshot(loaded.state)).toEqual(snapshot);
});

test('[LG14] a state that fails to be made again is reported, and keeps no other', async () => {
  await aDebateOfShape('d_whole', EARLIEST_STATE_SHAPE - 1);
  await aDebateOfShape('d_failing', EARLIEST_STATE_SHAPE - 1);
  // The debate changed last comes first.
  await database.prisma.debate.update({ where: { id: 'd_failing' }, data: { changedAt: new Date() } });
  const broken = counted();
  broken.saveSnapshot = async (id, ...stored) => {
    if (id === 'd_failing') throw new Error('unwritable');
    await log.saveSnapshot(id, ...stored);
  };
  const reported: unknown[] = [];
  await new StateRebuilder(database, broken, (error) => reported.push(error)).look();
  expect(reported).toEqual([new Error('unwritable')]);
  expect((await loadState(log, 'd_whole'))?.storedAt).toBe(HEAD);
});
