import { beforeAll, describe, expect, it } from 'vitest';
import type { AppendRequest, Identity, OperationLog } from '../../server/log/operation-log.ts';
import { answer, debateIn, entriesFrom, type LogUnderTest, request } from './log-under-test.ts';

/** Two nodes that write the same debates. */
export function describeTwoNodes(tested: () => LogUnderTest): void {
  describe('two nodes at once', () => {
    let log: OperationLog;
    let other: OperationLog;
    beforeAll(() => {
      ({ log, other } = tested());
    });
    const newDebate = (entries = 0) => debateIn(log, entries);

    it('leaves no gap and no double, and every result is true', async () => {
      const ids = [await newDebate(), await newDebate(), await newDebate()];
      const written = await race([log, other], ids);
      for (const id of ids) {
        const entries = await log.read(id, 0, 10_000);
        const mine = written.filter((write) => write.debateId === id);
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
        expect(entries.map(({ payload }) => payload)).toEqual(
          mine
            .flatMap((write) => write.entries)
            .sort((a, b) => a.seq - b.seq)
            .map(({ payload }) => payload),
        );
        const answers = mine.flatMap((write) => write.answers);
        const found = await log.answers(id, answers);
        expect(found.sort(bySequence)).toEqual(answers.sort(bySequence));
        expect(new Set(answers.map(({ clientSeq }) => clientSeq)).size).toBe(OPERATIONS);
      }
    });
  });
}

const OPERATIONS = 60;

/**
 * Every node submits every operation of every debate once, as when a client asks again through another node; every
 * third is refused and has no entry. Gives the requests that were said to be appended.
 */
async function race(nodes: OperationLog[], ids: string[]): Promise<AppendRequest[]> {
  const written: AppendRequest[] = [];
  await Promise.all(
    nodes.map(async (log, node) => {
      const heads = new Map<string, number>(ids.map((id) => [id, 0]));
      for (let operation = 1; operation <= OPERATIONS; operation += 1) {
        let open = ids;
        while (open.length > 0) {
          // Each node takes the debates in another order, so that locks taken in that order would deadlock.
          const requests = (node % 2 ? [...open].reverse() : open).map((id) =>
            operationOf(id, heads.get(id) ?? 0, node, operation),
          );
          const results = await log.append(requests);
          open = requests.flatMap((asked, index): string[] => {
            const result = results[index];
            if (result?.kind === 'appended') {
              written.push(asked);
              heads.set(asked.debateId, asked.head + asked.entries.length);
            }
            if (result?.kind === 'behind') heads.set(asked.debateId, result.head);
            return result?.kind === 'behind' ? [asked.debateId] : [];
          });
        }
      }
    }),
  );
  return written;
}

function operationOf(id: string, head: number, node: number, operation: number): AppendRequest {
  const count = operation % 3 === 0 ? 0 : operation % 3;
  const entries = entriesFrom(head + 1, count).map((entry) => ({ ...entry, payload: { node, operation } }));
  return { ...request(id, head, 0, [{ ...answer('race', operation), answer: { node } }]), entries };
}

function bySequence(a: Identity, b: Identity): number {
  return a.clientSeq - b.clientSeq;
}
