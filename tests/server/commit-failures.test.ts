import { expect, test, vi } from 'vitest';
import { longestWait } from '../../server/compose/readings.ts';
import { DatabaseUnavailable } from '../../server/database/database-unavailable.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import type { AppendRequest } from '../../server/log/operation-log.ts';
import { Rooms } from '../../server/log/rooms.ts';
import { NO_METERS } from '../../server/metrics/meters.ts';
import { addClaim, makeDebate, submitAs } from '../support/log-node.ts';

/** A log that can be read, and written while it is not read-only. */
class StandbyLog extends MemoryLog {
  isReadOnly = false;

  override append(requests: AppendRequest[]) {
    const code = '25006';
    if (this.isReadOnly) return Promise.reject(new DatabaseUnavailable(Object.assign(new Error(), { code })));
    return super.append(requests);
  }
}

test('[OP19] while nothing can be saved, failed commits are counted, and how long the oldest operation waits', async () => {
  const log = new StandbyLog();
  await makeDebate(log, 'd_one', ['m_ann']);
  const commitFailed = vi.fn();
  const commit = new GroupCommit(log, Date.now, () => undefined, { meters: { ...NO_METERS, commitFailed } });
  const rooms = new Rooms(log, commit, () => undefined);
  const room = (await rooms.enter('d_one')) ?? expect.fail('no room');
  expect(longestWait(rooms.all())).toBe(0);
  log.isReadOnly = true;
  const began = performance.now();
  const first = submitAs(room, 'm_ann', 1, addClaim('a'));
  await vi.waitFor(() => expect(commitFailed.mock.calls.length).toBeGreaterThan(1), 5_000);
  // A later one waits too, and is not the oldest.
  const second = submitAs(room, 'm_ann', 2, addClaim('b'));
  const waited = performance.now() - began;
  expect(longestWait(rooms.all())).toBeGreaterThanOrEqual(waited - 1);
  log.isReadOnly = false;
  expect(await Promise.all([first, second])).toMatchObject([{ ok: true }, { ok: true }]);
  expect(longestWait(rooms.all())).toBe(0);
  const failures = commitFailed.mock.calls.length;
  expect(await submitAs(room, 'm_ann', 3, addClaim('c'))).toMatchObject({ ok: true });
  expect(commitFailed).toHaveBeenCalledTimes(failures);
});
