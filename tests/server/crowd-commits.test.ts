import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import type { AppendRequest } from '../../server/log/operation-log.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { addClaim, makeDebate, submitAs } from '../support/log-node.ts';

const CROWD = Array.from({ length: 30 }, (_, index) => `m_person${index}`);

/** Counts the commits that were made. */
class CountedLog extends MemoryLog {
  commits = 0;

  override append(requests: AppendRequest[]) {
    this.commits += 1;
    return super.append(requests);
  }
}

/** A room whose crowd is waited for so long, in milliseconds. */
async function room(gather: number) {
  const log = new CountedLog();
  await makeDebate(log, 'd_one', CROWD);
  const loaded = await loadState(log, 'd_one');
  if (loaded === null) throw new Error('There is no debate');
  const failed = (error: unknown) => {
    throw error;
  };
  // Without a clock: a busy machine makes no more commits.
  const commit = new GroupCommit(log, Date.now, failed, { gather, clock: () => 0 });
  return { log, room: new DebateRoom('d_one', evolveAll(loaded.state, []), log, commit) };
}

const votes = (who: string): Operation => ({
  type: 'vote.cast',
  claimId: 'c_first',
  answer: who.endsWith('0') ? 'agree' : 'disagree',
  wording: 1,
});

test('while a crowd votes, what comes turn by turn shares a commit', async () => {
  const { log, room: hall } = await room(500);
  await submitAs(hall, 'm_person0', 1, addClaim('first'));
  const first = CROWD.slice(0, 20).map((who) => submitAs(hall, who, 2, votes(who)));
  await Promise.all(first);
  expect(log.commits).toBe(2);
  const later = [];
  for (const who of CROWD.slice(20)) {
    later.push(submitAs(hall, who, 2, votes(who)));
    await nextTurn();
  }
  const answers = await Promise.all(later);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(log.commits).toBe(3);
});

test('while a crowd writes, a commit is waited for in proportion to the time that commits take', async () => {
  const { log, room: hall } = await room(60_000);
  await Promise.all(CROWD.slice(0, 20).map((who) => submitAs(hall, who, 1, addClaim(who))));
  for (const who of CROWD.slice(20))
    expect(await submitAs(hall, who, 1, addClaim(who))).toMatchObject({ ok: true });
  expect(log.commits).toBe(11);
});

test('a single writer of many operations waits for nobody', async () => {
  const { log, room: desk } = await room(60_000);
  for (let seq = 1; seq <= 40; seq += 1)
    expect(await submitAs(desk, 'm_person0', seq, addClaim(`own${seq}`))).toMatchObject({ ok: true });
  expect(log.commits).toBe(40);
});
