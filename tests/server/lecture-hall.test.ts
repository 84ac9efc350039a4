import { PGlite } from '@electric-sql/pglite';
import { expect, test, vi } from 'vitest';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { Broadcaster } from '../../server/realtime/broadcaster.ts';
import { channel, type LiveServer } from '../../server/realtime/connection.ts';
import { claim, join, makeDebate, vote, withTestServer } from '../support/live-debates.ts';
import { addClaim, makeDebate as makeLoggedDebate, submitAs, upTo } from '../support/log-node.ts';
import { startTestServer } from '../support/test-server.ts';

// Statements are counted where the embedded database takes them.
withTestServer(() => startTestServer({ database: 'embedded' }));

/** Statements that are made for no arrival, but now and then. */
const NOW_AND_THEN = /webhook|note|= ANY|setting|snapshot|mail|one_time_code|_prisma|pg_catalog/;

test('[SK26] each arrival in a debate costs the database few statements, and none of the log', async () => {
  const debateId = await makeDebate();
  const first = await join(debateId, 'Ann');
  for (const n of upTo(20)) {
    await first.submit(claim(`n${n}`));
    await first.submit(vote(`n${n}`, 'agree'));
  }
  const asked = vi.spyOn(PGlite.prototype, 'query');
  const readings = vi.spyOn(DatabaseLog.prototype, 'read');
  const joined = upTo(10);
  for (const n of joined) await join(debateId, `Student ${n}`);
  const statements = asked.mock.calls.map(([sql]) => sql).filter((sql) => !NOW_AND_THEN.test(sql));
  const read = readings.mock.calls.filter(([id, after]) => id === debateId && after > 0);
  asked.mockRestore();
  readings.mockRestore();
  // The guest with their sign-in, who connects, who they are here, their joining, its entry, and the names.
  expect(statements.length / joined.length).toBeLessThanOrEqual(7);
  expect(statements.length / joined.length).toBeGreaterThan(3);
  expect(read).toEqual([]);
});

/** A debate's frames to a crowd, without a network. */
async function crowd(size: number) {
  const log = new MemoryLog();
  await makeLoggedDebate(log, 'd_one', ['m_ann']);
  const { state } = (await loadState(log, 'd_one')) ?? expect.fail('it is there');
  const failed = (error: unknown) => {
    throw error;
  };
  const room = new DebateRoom('d_one', state, log, new GroupCommit(log, Date.now, failed));
  const ids = upTo(size).map((n) => `socket${n}`);
  const heard: string[] = [];
  const sockets = new Map(
    ids.map((id) => [
      id,
      {
        data: { open: null },
        emit: (event: string) => void (id === ids[0] && heard.push(event)),
      },
    ]),
  );
  const rooms = new Map([
    [channel.debate('d_one'), new Set(ids)],
    [channel.audience('d_one', 'debaters'), new Set(ids)],
  ]);
  const io = { of: () => ({ adapter: { rooms }, sockets }) } as unknown as LiveServer;
  return { room, heard, broadcaster: new Broadcaster(room, io, false) };
}

const person = (n: number) => ({ id: `m_${n}`, name: `Student ${n}`, pseudonym: null });

test('[SK26] names of many who come at once are sent to a crowd in one message', async () => {
  const { heard, broadcaster } = await crowd(60);
  for (const n of upTo(40)) broadcaster.name({ people: [person(n)], news: 'joined' });
  await expect.poll(() => heard).toEqual(['people']);
});

test('[SK26] a name is sent before the entries that come after it', async () => {
  const { room, heard, broadcaster } = await crowd(60);
  broadcaster.name({ people: [person(1)], news: 'joined' });
  await submitAs(room, 'm_ann', 1, addClaim('a'));
  await expect.poll(() => heard).toEqual(['people', 'frame']);
});

test('[SK26] an arrival has nothing sent to a crowd by itself; in a small room it starts where the next frame does', async () => {
  const [hall, desk] = [await crowd(60), await crowd(3)];
  for (const { broadcaster } of [hall, desk]) {
    broadcaster.name({ people: [person(1)], news: 'joined' });
    broadcaster.joining();
  }
  expect([hall.heard, desk.heard]).toEqual([[], ['people']]);
  await expect.poll(() => hall.heard).toEqual(['people']);
});
