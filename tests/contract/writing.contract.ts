import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppendRequest, OperationLog } from '../../server/log/operation-log.ts';
import {
  answer,
  debateIn,
  entriesFrom,
  entryAt,
  identity,
  type LogUnderTest,
  request,
} from './log-under-test.ts';

/** Making a debate with its first entries. */
export function describeMaking(tested: () => LogUnderTest): void {
  describe('making a debate', () => {
    let log: OperationLog;
    let other: OperationLog;
    beforeAll(() => {
      ({ log, other } = tested());
    });
    const newDebate = (entries = 0) => debateIn(log, entries);

    it('stores its first entries and answers with it', async () => {
      const id = randomUUID();
      const debate = { id, title: 'Trade', visibility: 'private', listing: {} };
      expect(await log.createDebate(debate, entriesFrom(1, 3), [answer('a', 1)])).toBe('created');
      expect(await log.read(id, 0, 10)).toEqual(entriesFrom(1, 3));
      expect(await log.answers(id, [identity('a', 1)])).toEqual([answer('a', 1)]);
      expect(await log.heads([id])).toEqual(new Map([[id, { head: 3, accessVersion: 1 }]]));
    });

    it('leaves an existing one as it is', async () => {
      const id = await newDebate(1);
      const again = { id, title: 'Other', visibility: 'public', listing: {} };
      expect(await log.createDebate(again, entriesFrom(1, 5), [answer('a', 1)])).toBe('exists');
      expect(await log.read(id, 0, 10)).toEqual(entriesFrom(1, 1));
      expect(await log.answers(id, [identity('a', 1)])).toEqual([]);
    });

    it('happens once when two nodes make the same', async () => {
      const id = randomUUID();
      const debate = { id, title: 'Trade', visibility: 'public', listing: {} };
      const made = await Promise.all([
        log.createDebate(debate, entriesFrom(1, 2)),
        other.createDebate(debate, entriesFrom(1, 2)),
      ]);
      expect(made.sort()).toEqual(['created', 'exists']);
      expect(await log.read(id, 0, 10)).toEqual(entriesFrom(1, 2));
    });
  });
}

/** Appending entries and answers. */
export function describeAppending(tested: () => LogUnderTest): void {
  describe('appending', () => {
    let log: OperationLog;
    beforeAll(() => {
      log = tested().log;
    });
    const newDebate = (entries = 0) => debateIn(log, entries);

    it('numbers entries without a hole', async () => {
      const id = await newDebate();
      for (const [head, count] of [
        [0, 1],
        [1, 3],
        [4, 2],
      ] as const) {
        expect(await log.append([request(id, head, count)])).toEqual([{ kind: 'appended' }]);
      }
      expect(await log.read(id, 0, 100)).toEqual(entriesFrom(1, 6));
    });

    it('refuses a head that is not the newest, and writes nothing then', async () => {
      const id = await newDebate(2);
      for (const head of [0, 1, 3]) {
        expect(await log.append([request(id, head, 1, [answer('a', 1)])])).toEqual([
          { kind: 'behind', head: 2 },
        ]);
      }
      expect(await log.read(id, 0, 100)).toEqual(entriesFrom(1, 2));
      expect(await log.answers(id, [identity('a', 1)])).toEqual([]);
    });

    it('gives the first answer to an identity that has one, and writes nothing then', async () => {
      const id = await newDebate();
      const first = answer('a', 1);
      expect(await log.append([request(id, 0, 1, [first, answer('a', 2)])])).toEqual([{ kind: 'appended' }]);
      const changed = { ...first, hash: 'other', answer: { refused: true } };
      for (const head of [0, 1]) {
        expect(await log.append([request(id, head, 1, [changed, answer('a', 3)])])).toEqual([
          { kind: 'answered', answers: [first] },
        ]);
      }
      expect(await log.read(id, 0, 100)).toEqual(entriesFrom(1, 1));
      expect(await log.answers(id, [identity('a', 3)])).toEqual([]);
    });

    it('appends one entry with one answer, and nothing under the same identity after that', async () => {
      const id = await newDebate();
      const first = answer('a', 1);
      expect(await log.append([request(id, 0, 1, [first])])).toEqual([{ kind: 'appended' }]);
      for (const head of [0, 1, 2]) {
        expect(await log.append([request(id, head, 1, [{ ...first, hash: 'other' }])])).toEqual([
          { kind: 'answered', answers: [first] },
        ]);
      }
      expect(await log.append([request(id, 1, 1, [answer('a', 2)])])).toEqual([{ kind: 'appended' }]);
      expect(await log.read(id, 0, 100)).toEqual(entriesFrom(1, 2));
      expect(await log.answers(id, [first, answer('a', 2)])).toEqual([first, answer('a', 2)]);
      expect(await log.heads([id])).toEqual(new Map([[id, { head: 2, accessVersion: 1 }]]));
    });

    it('appends no entry under the identity of a refusal', async () => {
      const id = await newDebate(1);
      await log.append([request(id, 1, 0, [answer('a', 1)])]);
      expect(await log.append([request(id, 1, 1, [{ ...answer('a', 1), hash: 'other' }])])).toEqual([
        { kind: 'answered', answers: [answer('a', 1)] },
      ]);
      expect(await log.read(id, 0, 100)).toEqual(entriesFrom(1, 1));
      expect(await log.append([request(id, 1, 1, [answer('a', 2)])])).toEqual([{ kind: 'appended' }]);
    });

    it('finds no debate to append to when there is none', async () => {
      const none = randomUUID();
      expect(await log.append([request(none, 0, 1, [answer('a', 1)])])).toEqual([{ kind: 'missing' }]);
      expect(await log.answers(none, [identity('a', 1)])).toEqual([]);
    });

    it('keeps the answers of a batch of refusals, at the same head only', async () => {
      const id = await newDebate(1);
      expect(await log.append([request(id, 1, 0, [answer('a', 1)])])).toEqual([{ kind: 'appended' }]);
      expect(await log.append([request(id, 0, 0, [answer('a', 2)])])).toEqual([{ kind: 'behind', head: 1 }]);
      expect(await log.append([request(id, 1, 0, [answer('a', 1)])])).toEqual([
        { kind: 'answered', answers: [answer('a', 1)] },
      ]);
      expect(await log.heads([id])).toEqual(new Map([[id, { head: 1, accessVersion: 1 }]]));
      expect(await log.answers(id, [identity('a', 1), identity('a', 2)])).toEqual([answer('a', 1)]);
    });

    it('answers every debate for itself, in the order of the requests', async () => {
      const [well, behind, twice] = [await newDebate(), await newDebate(4), await newDebate()];
      await log.append([request(twice, 0, 0, [answer('a', 1)])]);
      expect(
        await log.append([
          request(twice, 0, 1, [answer('a', 1)]),
          request('no such debate', 0, 1),
          request(well, 0, 2, [answer('a', 1)]),
          request(behind, 3, 1),
        ]),
      ).toEqual([
        { kind: 'answered', answers: [answer('a', 1)] },
        { kind: 'missing' },
        { kind: 'appended' },
        { kind: 'behind', head: 4 },
      ]);
      const heads = await log.heads([well, behind, twice, 'no such debate']);
      expect([...heads].map(([id, { head }]) => [id, head]).sort()).toEqual(
        [
          [well, 2],
          [behind, 4],
          [twice, 0],
        ].sort(),
      );
    });

    it("does not mistake one debate's identities for another's", async () => {
      const [one, two] = [await newDebate(), await newDebate()];
      await log.append([request(one, 0, 1, [answer('a', 1)])]);
      expect(await log.append([request(two, 0, 1, [answer('a', 1)])])).toEqual([{ kind: 'appended' }]);
    });

    it('raises the access version with a change of access, and only when it is written', async () => {
      const id = await newDebate();
      await log.append([{ ...request(id, 0, 1), accessChanged: true }]);
      await log.append([{ ...request(id, 0, 1), accessChanged: true }]);
      await log.append([request(id, 1, 1)]);
      await log.append([{ ...request(id, 2, 0, [answer('a', 1)]), accessChanged: true }]);
      expect(await log.heads([id])).toEqual(new Map([[id, { head: 2, accessVersion: 2 }]]));
    });

    it('writes ten thousand entries at once', async () => {
      const id = await newDebate();
      expect(await log.append([request(id, 0, 10_000, [answer('a', 1)])])).toEqual([{ kind: 'appended' }]);
      expect((await log.read(id, 0, 20_000)).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 10_000 }, (_, index) => index + 1),
      );
    });

    it('appends nothing for no request', async () => {
      expect(await log.append([])).toEqual([]);
    });

    it.each<[string, (id: string) => AppendRequest[]]>([
      ['a hole in the numbers', (id) => [{ ...request(id, 0, 0), entries: entriesFrom(2, 1) }]],
      ['a debate twice', (id) => [request(id, 0, 1), request(id, 1, 1)]],
      ['an identity twice', (id) => [request(id, 0, 1, [answer('a', 1), answer('a', 1)])]],
      ['NUL in a name', (id) => [{ ...request(id, 0, 0), entries: [{ ...entryAt(1), actor: 'a\0' }] }]],
      ['half a character', (id) => [request(id, 0, 1, [answer('\ud83d', 1)])]],
      ['a number that is none', (id) => [request(id, 0, 1, [answer('a', 2 ** 31)])]],
      [
        'a payload that is no object',
        (id) => [{ ...request(id, 0, 0), entries: [{ ...entryAt(1), payload: 7 }] }],
      ],
    ])('refuses %s as a mistake, and writes nothing then', async (_, requests) => {
      const [id, innocent] = [await newDebate(), await newDebate()];
      await expect(log.append([request(innocent, 0, 1), ...requests(id)])).rejects.toThrow(RangeError);
      expect([...(await log.heads([id, innocent])).values()].map(({ head }) => head)).toEqual([0, 0]);
    });

    it('leaves nothing of any debate when the transaction fails', async () => {
      const [one, two] = [await newDebate(), await newDebate()];
      const circle: Record<string, unknown> = {};
      circle.self = circle;
      const entries = [...entriesFrom(1, 2), { ...entryAt(3), payload: circle }];
      await expect(
        log.append([request(one, 0, 2, [answer('a', 1)]), { ...request(two, 0, 0), entries }]),
      ).rejects.toThrow();
      expect([...(await log.heads([one, two])).values()].map(({ head }) => head)).toEqual([0, 0]);
      expect([...(await log.read(one, 0, 9)), ...(await log.read(two, 0, 9))]).toEqual([]);
      expect(await log.answers(one, [identity('a', 1)])).toEqual([]);
    });
  });
}
