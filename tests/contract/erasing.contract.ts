import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ErasureRequest, OperationLog } from '../../server/log/operation-log.ts';
import {
  answer,
  debateIn,
  entriesFrom,
  entryAt,
  identity,
  type LogUnderTest,
  request,
} from './log-under-test.ts';

/** Erasing a person from entries, answers and stored states. */
export function describeErasing(tested: () => LogUnderTest): void {
  describe('erasing a person', () => {
    let log: OperationLog;
    let other: OperationLog;
    beforeAll(() => {
      ({ log, other } = tested());
    });
    const newDebate = (entries = 0) => debateIn(log, entries);

    const erasure = (id: string, head: number, words = true): ErasureRequest => ({
      debateId: id,
      head,
      participantId: 'p1',
      rewritten: [{ seq: 2, shape: 3, payload: { words: '░' } }],
      words,
      entry: { ...entryAt(head + 1), type: 'participant.erased' },
    });

    it('rewrites entries in place, adds one, and forgets answers and stored states', async () => {
      const id = await newDebate(3);
      await log.append([request(id, 3, 1, [answer('p1:tab', 1), answer('p10:tab', 1)])]);
      await log.saveSnapshot(id, { seq: 4, shape: 1, data: new Uint8Array([1]) });
      expect(await log.erase(erasure(id, 4))).toEqual({ kind: 'appended' });
      const expected = entriesFrom(1, 5);
      Object.assign(expected[1] ?? {}, { shape: 3, payload: { words: '░' } });
      Object.assign(expected[4] ?? {}, { type: 'participant.erased' });
      expect(await log.read(id, 0, 10)).toEqual(expected);
      expect(await log.answers(id, [identity('p1:tab', 1), identity('p10:tab', 1)])).toEqual([
        answer('p10:tab', 1),
      ]);
      expect(await log.latestSnapshot(id)).toBeNull();
      expect((await log.heads([id])).get(id)).toEqual({ head: 5, accessVersion: 2 });
    });

    it('keeps out states from before, however late they come', async () => {
      const id = await newDebate(3);
      await log.erase(erasure(id, 3));
      await log.saveSnapshot(id, { seq: 3, shape: 1, data: new Uint8Array([1]) });
      expect(await log.latestSnapshot(id)).toBeNull();
      await log.saveSnapshot(id, { seq: 4, shape: 1, data: new Uint8Array([2]) });
      expect(await log.latestSnapshot(id)).toMatchObject({ seq: 4 });
    });

    it('takes a state from before an erasure only where it was read after it', async () => {
      const id = await newDebate(3);
      const erased = await log.erase(erasure(id, 3));
      expect(erased).toEqual({ kind: 'appended' });
      await log.saveSnapshot(id, { seq: 2, shape: 1, data: new Uint8Array([1]) }, 3);
      expect(await log.latestSnapshot(id)).toBeNull();
      await log.saveSnapshot(id, { seq: 2, shape: 1, data: new Uint8Array([2]) }, 4);
      expect(await log.latestSnapshot(id)).toMatchObject({ seq: 2 });
    });

    it('by name alone leaves stored states', async () => {
      const id = await newDebate(3);
      await log.saveSnapshot(id, { seq: 3, shape: 1, data: new Uint8Array([1]) });
      await log.erase({ ...erasure(id, 3, false), rewritten: [] });
      expect(await log.latestSnapshot(id)).toMatchObject({ seq: 3 });
    });

    it('writes nothing where the head is another one, or there is no such debate', async () => {
      const id = await newDebate(3);
      expect(await log.erase(erasure(id, 2))).toEqual({ kind: 'behind', head: 3 });
      expect(await log.read(id, 0, 10)).toEqual(entriesFrom(1, 3));
      expect(await log.erase(erasure(randomUUID(), 2))).toEqual({ kind: 'missing' });
      await expect(
        log.erase({ ...erasure(id, 3), rewritten: [{ seq: 9, shape: 1, payload: {} }] }),
      ).rejects.toThrow(RangeError);
    });

    it('is ordered with appends of other nodes: each succeeds or is behind, and none is lost', async () => {
      const id = await newDebate(3);
      const append = async (node: OperationLog, client: string) => {
        for (let head = 3, done = 0; done < 20; ) {
          const [result] = await node.append([request(id, head, 1, [answer(client, done + 1)])]);
          if (result?.kind === 'appended') done += 1;
          head = result?.kind === 'behind' ? result.head : head + 1;
        }
      };
      const erase = async () => {
        for (let head = 3; ; ) {
          const result = await other.erase(erasure(id, head));
          if (result.kind !== 'behind') return;
          head = result.head;
        }
      };
      await Promise.all([append(log, 'a'), append(other, 'b'), erase()]);
      const entries = await log.read(id, 0, 100);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      expect(entries).toHaveLength(3 + 40 + 1);
      expect(entries[1]?.payload).toEqual({ words: '░' });
    });
  });
}
