import { beforeAll, describe, expect, it } from 'vitest';
import { MILESTONE_EVERY, type OperationLog } from '../../server/log/operation-log.ts';
import { debateIn, type LogUnderTest } from './log-under-test.ts';

/** Stored states of debates. */
export function describeSnapshots(tested: () => LogUnderTest): void {
  describe('snapshots', () => {
    let log: OperationLog;
    beforeAll(() => {
      log = tested().log;
    });
    const newDebate = (entries = 0) => debateIn(log, entries);

    it('gives the newest and keeps two', async () => {
      const id = await newDebate(9);
      for (const seq of [3, 9, 6]) {
        await log.saveSnapshot(id, { seq, shape: 2, data: new Uint8Array([0, seq, 255]) });
      }
      expect(await log.latestSnapshot(id)).toEqual({ seq: 9, shape: 2, data: new Uint8Array([0, 9, 255]) });
    });

    it('keeps the first of every stretch of its shape, and gives the newest up to a number', async () => {
      const id = await newDebate(1);
      const data = new Uint8Array([1]);
      for (const seq of [10, 20, MILESTONE_EVERY + 1, MILESTONE_EVERY + 2, 3 * MILESTONE_EVERY])
        await log.saveSnapshot(id, { seq, shape: 2, data });
      for (const seq of [3 * MILESTONE_EVERY + 1, 3 * MILESTONE_EVERY + 2])
        await log.saveSnapshot(id, { seq, shape: 2, data });
      const upTo = async (seq: number) => (await log.latestSnapshot(id, seq))?.seq;
      expect(await upTo(9)).toBeUndefined();
      expect(await upTo(MILESTONE_EVERY)).toBe(10);
      expect(await upTo(3 * MILESTONE_EVERY - 1)).toBe(MILESTONE_EVERY + 1);
      expect(await upTo(3 * MILESTONE_EVERY)).toBe(3 * MILESTONE_EVERY);
      expect(await upTo(9 * MILESTONE_EVERY)).toBe(3 * MILESTONE_EVERY + 2);
      await log.saveSnapshot(id, { seq: 4 * MILESTONE_EVERY, shape: 3, data });
      expect(await upTo(2 * MILESTONE_EVERY)).toBeUndefined();
    });

    it('replaces one at the same number', async () => {
      const id = await newDebate(1);
      await log.saveSnapshot(id, { seq: 1, shape: 1, data: new Uint8Array([1]) });
      await log.saveSnapshot(id, { seq: 1, shape: 2, data: new Uint8Array([2, 3]) });
      expect(await log.latestSnapshot(id)).toEqual({ seq: 1, shape: 2, data: new Uint8Array([2, 3]) });
    });

    it('keeps a large one byte for byte, and none of a debate that is not there', async () => {
      const id = await newDebate(1);
      const data = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 31) % 256);
      await log.saveSnapshot(id, { seq: 1, shape: 1, data });
      const kept = await log.latestSnapshot(id);
      expect(Buffer.from(kept?.data ?? []).equals(Buffer.from(data))).toBe(true);
      await log.saveSnapshot('no such debate', { seq: 1, shape: 1, data });
      expect(await log.latestSnapshot('no such debate')).toBeNull();
    });
  });
}
