import { expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import type { AppendRequest } from '../../server/log/operation-log.ts';
import { addClaim, makeDebate, startLogNode, submitAs } from '../support/log-node.ts';

const LONG = 'x'.repeat(5_000);

/** Keeps the requests of each commit. */
class KeptLog extends MemoryLog {
  readonly commits: AppendRequest[][] = [];

  override append(requests: AppendRequest[]) {
    this.commits.push(requests);
    return super.append(requests);
  }
}

const comment = (n: number): Operation => ({
  type: 'comment.add',
  commentId: `k_${n}`,
  on: { kind: 'claim', id: 'c_first' },
  replyTo: null,
  text: LONG,
});

test('long comments of several debates are stored in commits of about half a million characters', async () => {
  const log = new KeptLog();
  const node = startLogNode(log);
  const rooms = [];
  for (const id of ['d_one', 'd_two', 'd_three']) {
    await makeDebate(log, id, ['m_ann']);
    const room = await node.room(id);
    await submitAs(room, 'm_ann', 1, addClaim('first'));
    rooms.push(room);
  }
  log.commits.length = 0;
  const answers = await Promise.all(
    rooms.flatMap((room) => Array.from({ length: 80 }, (_, n) => submitAs(room, 'm_ann', n + 2, comment(n)))),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const sizes = log.commits.map((requests) => JSON.stringify(requests).length);
  expect(sizes.length).toBeGreaterThan(2);
  expect(Math.max(...sizes)).toBeLessThan(600_000);
  for (const { state } of rooms) expect(state.comments.size).toBe(80);
});
