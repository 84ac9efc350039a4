import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AppendRequest,
  type ErasureRequest,
  type Identity,
  MILESTONE_EVERY,
  type OperationLog,
  type SearchedEntries,
  type StoredAnswer,
  type StoredEntry,
} from '../../server/log/operation-log.ts';

/** A log to try, and the way to be rid of it. */
export interface LogUnderTest {
  log: OperationLog;
  /** Another log on the same data, as another node has it. For memory it is the same one. */
  other: OperationLog;
  stop(): Promise<void>;
}

/** The contract of every operation log. */
export function describeOperationLog(name: string, start: () => Promise<LogUnderTest>): void {
  describe(`the operation log in ${name}`, () => {
    let tested: LogUnderTest;
    let log: OperationLog;
    beforeAll(async () => {
      tested = await start();
      log = tested.log;
    });
    afterAll(() => tested?.stop());

    async function newDebate(entries = 0): Promise<string> {
      const id = randomUUID();
      const debate = { id, title: 'Trade', visibility: 'public', listing: { motion: 'Trade' } };
      expect(await log.createDebate(debate, entriesFrom(1, entries))).toBe('created');
      return id;
    }

    describe('making a debate', () => {
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
          tested.other.createDebate(debate, entriesFrom(1, 2)),
        ]);
        expect(made.sort()).toEqual(['created', 'exists']);
        expect(await log.read(id, 0, 10)).toEqual(entriesFrom(1, 2));
      });
    });

    describe('appending', () => {
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
        expect(await log.append([request(id, 0, 1, [first, answer('a', 2)])])).toEqual([
          { kind: 'appended' },
        ]);
        const changed = { ...first, hash: 'other', answer: { refused: true } };
        for (const head of [0, 1]) {
          expect(await log.append([request(id, head, 1, [changed, answer('a', 3)])])).toEqual([
            { kind: 'answered', answers: [first] },
          ]);
        }
        expect(await log.read(id, 0, 100)).toEqual(entriesFrom(1, 1));
        expect(await log.answers(id, [identity('a', 3)])).toEqual([]);
      });

      it('keeps the answers of a batch of refusals, at the same head only', async () => {
        const id = await newDebate(1);
        expect(await log.append([request(id, 1, 0, [answer('a', 1)])])).toEqual([{ kind: 'appended' }]);
        expect(await log.append([request(id, 0, 0, [answer('a', 2)])])).toEqual([
          { kind: 'behind', head: 1 },
        ]);
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

    describe('reading', () => {
      it('goes page by page, up to the end', async () => {
        const id = await newDebate(7);
        const pages = [await log.read(id, 0, 3), await log.read(id, 3, 3), await log.read(id, 6, 3)];
        expect(pages.map((page) => page.map(({ seq }) => seq))).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
        expect(await log.read(id, 7, 3)).toEqual([]);
        expect(await log.read(id, 99, 3)).toEqual([]);
        expect(await log.read(id, 0, 0)).toEqual([]);
      });

      it('finds nothing of a debate that is not there', async () => {
        expect(await log.read('no such debate', 0, 9)).toEqual([]);
        expect(await log.answers('no such debate', [identity('a', 1)])).toEqual([]);
        expect(await log.heads(['no such debate'])).toEqual(new Map());
        expect(await log.latestSnapshot('no such debate')).toBeNull();
      });

      it.each(HOSTILE)('gives back %s as it was written', async (_, text) => {
        const id = await newDebate();
        const payload = { words: text, [text]: [text, { deep: text }], z: 1, a: null };
        const entry = { ...entryAt(1), payload };
        const kept = { ...answer('a', 1), answer: payload };
        expect(
          await log.append([{ ...request(id, 0, 0, [kept]), entries: [entry], listing: payload }]),
        ).toEqual([{ kind: 'appended' }]);
        const [read] = await log.read(id, 0, 1);
        expect(JSON.stringify(read?.payload)).toBe(JSON.stringify(payload));
        for (const [found] of [
          await log.answers(id, [kept]),
          await log
            .append([request(id, 1, 0, [kept])])
            .then(([result]) => (result?.kind === 'answered' ? result.answers : [])),
        ]) {
          expect(JSON.stringify(found?.answer)).toBe(JSON.stringify(payload));
        }
      });

      it('keeps keys like __proto__ as keys', async () => {
        const id = await newDebate();
        const text =
          '{"__proto__":{"administrator":true},"constructor":{"prototype":1},"10":1,"9":2,"b":1,"a":2}';
        await log.append([{ ...request(id, 0, 0), entries: [{ ...entryAt(1), payload: JSON.parse(text) }] }]);
        const [read] = await log.read(id, 0, 1);
        expect(JSON.stringify(read?.payload)).toBe(JSON.stringify(JSON.parse(text)));
        expect(Object.hasOwn({}, 'administrator')).toBe(false);
      });

      it('keeps texts in its columns, quotes, commas and braces included', async () => {
        const id = await newDebate();
        const nasty = `a"b'c,{d}\\e NULL \n 中文 שלום 💡`;
        const entry = { ...entryAt(1), actor: nasty, author: 'NULL', type: nasty };
        const kept = { ...answer(nasty, 1), hash: '' };
        await log.append([{ ...request(id, 0, 0, [kept]), entries: [entry] }]);
        expect(await log.read(id, 0, 1)).toEqual([entry]);
        expect(await log.answers(id, [kept])).toEqual([kept]);
      });
    });

    describe('erasing a person', () => {
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
            const result = await tested.other.erase(erasure(id, head));
            if (result.kind !== 'behind') return;
            head = result.head;
          }
        };
        await Promise.all([append(log, 'a'), append(tested.other, 'b'), erase()]);
        const entries = await log.read(id, 0, 100);
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
        expect(entries).toHaveLength(3 + 40 + 1);
        expect(entries[1]?.payload).toEqual({ words: '░' });
      });
    });

    it('finds the entries that mention one of some words, as a whole and as they are written', async () => {
      const id = await newDebate();
      const payloads = [
        { claimId: 'c_1' },
        { claimId: 'c_12' },
        { ids: ['c_3', 'c_1'] },
        { text: 'a "c_3"' },
      ];
      const entries = payloads.map((payload, index) => ({ ...entryAt(index + 1), payload }));
      await log.append([{ ...request(id, 0, 0), entries }]);
      const found = async (...words: string[]) => (await log.mentioning(id, words)).map(({ seq }) => seq);
      expect(await found('c_1')).toEqual([1, 3]);
      expect(await found('c_12', 'c_3')).toEqual([2, 3]);
      expect(await found('a "c_3"')).toEqual([4]);
      expect(await found()).toEqual([]);
      expect(await log.mentioning(id, ['c_12'])).toEqual([entries[1]]);
    });

    it('searches a stretch of the log for types of entries and for who did them, newest first', async () => {
      const id = await newDebate(0);
      const people = [
        ['p1', 'p1'],
        ['p2', 'p2'],
        ['system', 'p1'],
        ['p1', 'p2'],
        ['system', 'system'],
        ['p1', 'p1'],
      ] as const;
      const entries = people.map(([actor, author], nth) => ({
        ...entryAt(nth + 1),
        actor,
        author,
        type: nth === 3 ? 'b' : 'a',
      }));
      await log.append([{ ...request(id, 0, 0), entries }]);
      const wanted = { after: 0, before: 7, types: ['a', 'b'], by: null, always: [] };
      const found = async (more: Partial<SearchedEntries>, limit = 10) =>
        (await log.search(id, { ...wanted, ...more }, limit)).map(({ seq }) => seq);
      expect(await log.search(id, wanted, 10)).toEqual(entries.toReversed());
      expect(await found({}, 2)).toEqual([6, 5]);
      expect(await found({ after: 1, before: 5 })).toEqual([4, 3, 2]);
      expect(await found({ types: ['a'] })).toEqual([6, 5, 3, 2, 1]);
      expect(await found({ by: 'p1' })).toEqual([6, 4, 3, 1]);
      expect(await found({ by: 'p2' })).toEqual([2]);
      expect(await found({ by: 'p3' })).toEqual([]);
      expect(await found({ by: 'p3', always: ['b'] })).toEqual([4]);
      expect(await found({ types: [] })).toEqual([]);
    });

    it('counts the entries of a type, by the minute and claim, of a stretch of the log', async () => {
      const id = await newDebate(0);
      const entries = ['a', 'b', 'a', 'a', 'a', 'a'].map((type, nth) => ({
        ...entryAt(nth + 1),
        type,
        payload: { claimId: nth === 3 ? 'c_1' : 'c_2' },
        at: [59_999, 60_000, 60_000, 119_999, 119_999, 120_000][nth] ?? 0,
      }));
      await log.append([{ ...request(id, 0, 0), entries }]);
      expect(await log.countByMinute(id, 'a', 0, 6)).toEqual([
        { minute: 0, claimId: 'c_2', count: 1 },
        { minute: 1, claimId: 'c_1', count: 1 },
        { minute: 1, claimId: 'c_2', count: 2 },
        { minute: 2, claimId: 'c_2', count: 1 },
      ]);
      expect(await log.countByMinute(id, 'a', 1, 3)).toEqual([{ minute: 1, claimId: 'c_2', count: 1 }]);
      expect(await log.countByMinute(id, 'c', 0, 6)).toEqual([]);
    });

    it('gives the newest entries of some types, up to a number', async () => {
      const id = await newDebate(0);
      const entries = ['a', 'b', 'c', 'a', 'b'].map((type, nth) => ({ ...entryAt(nth + 1), type }));
      await log.append([{ ...request(id, 0, 0), entries }]);
      const newest = (types: string[], upTo: number, limit: number) =>
        log.search(id, { after: 0, before: upTo + 1, types, by: null, always: [] }, limit);
      const found = async (types: string[], upTo: number, limit: number) =>
        (await newest(types, upTo, limit)).map(({ seq }) => seq);
      expect(await found(['a', 'b'], 5, 9)).toEqual([5, 4, 2, 1]);
      expect(await found(['a', 'b'], 4, 2)).toEqual([4, 2]);
      expect(await found(['d'], 5, 9)).toEqual([]);
      expect(await newest(['c'], 5, 1)).toEqual([entries[2]]);
    });

    describe('snapshots', () => {
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

    describe('two nodes at once', () => {
      it('leaves no gap and no double, and every result is true', async () => {
        const ids = [await newDebate(), await newDebate(), await newDebate()];
        const written = await race([log, tested.other], ids);
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
  });
}

const HOSTILE: [string, string][] = [
  ['Chinese', '中国制造2025：由大到强'],
  ['emoji with joiners', '👩🏽‍🚀🇨🇳'],
  ['right-to-left text with marks', 'שלום ‏עולם‎ \u202eمرحبا\u202c'],
  ['combining characters', 'e\u0301 not é'],
  ['NUL as an escape', 'a\u0000b'],
  ['half a character as an escape', '\ud83d'],
  ['what SQL is made of', `'; DROP TABLE log_entry; -- {"a","b"} \\ $1 NULL`],
];

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

function request(debateId: string, head: number, count: number, answers: StoredAnswer[] = []): AppendRequest {
  return { debateId, head, entries: entriesFrom(head + 1, count), answers };
}

function entriesFrom(seq: number, count: number): StoredEntry[] {
  return Array.from({ length: count }, (_, index) => entryAt(seq + index));
}

function entryAt(seq: number): StoredEntry {
  return {
    seq,
    at: 1_795_000_000_000 + seq,
    actor: 'p1',
    author: 'system',
    shape: 1,
    type: 'claim-added',
    payload: { words: `Claim ${seq}` },
  };
}

function identity(clientId: string, clientSeq: number): Identity {
  return { clientId, clientSeq };
}

function answer(clientId: string, clientSeq: number): StoredAnswer {
  return { clientId, clientSeq, hash: `hash-${clientSeq}`, answer: { accepted: [clientSeq] } };
}
