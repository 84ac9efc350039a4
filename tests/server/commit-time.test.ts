import { expect, test } from 'vitest';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import type { AppendRequest } from '../../server/log/operation-log.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { addClaim, makeDebate, submitAs } from '../support/log-node.ts';

/** Keeps the number of operations in each commit. */
class CountedLog extends MemoryLog {
  readonly commits: number[] = [];

  override append(requests: AppendRequest[]) {
    this.commits.push(requests.flatMap(({ answers }) => answers).length);
    return super.append(requests);
  }
}

test('operations that take long to decide are decided a few at a time, in order, and all answered', async () => {
  const log = new CountedLog();
  const failed = (error: unknown) => {
    throw error;
  };
  // Each look at the clock finds it 4 ms later.
  let elapsed = 0;
  const clock = () => {
    elapsed += 4;
    return elapsed;
  };
  const commit = new GroupCommit(log, Date.now, failed, { clock });
  const rooms: DebateRoom[] = [];
  const added = new Map<string, string[]>();
  for (const id of ['d_one', 'd_two']) {
    await makeDebate(log, id, ['m_ann']);
    const loaded = await loadState(log, id);
    const room = new DebateRoom(id, evolveAll(loaded?.state ?? expect.fail(), []), log, commit);
    room.onEntries((entries) => {
      const ids = entries.flatMap(({ effect }) => (effect.type === 'claim.added' ? effect.claimId : []));
      added.set(id, [...(added.get(id) ?? []), ...ids]);
    });
    rooms.push(room);
  }
  log.commits.length = 0;
  const [keys, seqs] = [Array.from({ length: 40 }, (_, n) => `claim${n}`), [] as number[]];
  await Promise.all(
    rooms.flatMap((room) =>
      keys.map(async (key, n) => {
        const answer = await submitAs(room, 'm_ann', n + 1, addClaim(key));
        if (room === rooms[0]) seqs.push(answer.ok ? answer.seq : expect.fail(answer.rejection.code));
      }),
    ),
  );
  expect(Math.max(...log.commits)).toBeLessThan(6);
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  const ids = keys.map((key) => addClaim(key).claimId);
  expect([...added.values()]).toEqual([ids, ids]);
});
