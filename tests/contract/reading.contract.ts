import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationLog, SearchedEntries } from '../../server/log/operation-log.ts';
import { answer, debateIn, entryAt, identity, type LogUnderTest, request } from './log-under-test.ts';

/** Reading entries and answers back as they were written. */
export function describeReading(tested: () => LogUnderTest): void {
  describe('reading', () => {
    let log: OperationLog;
    beforeAll(() => {
      log = tested().log;
    });
    const newDebate = (entries = 0) => debateIn(log, entries);

    it('goes page by page, up to the end', async () => {
      const id = await newDebate(7);
      const pages = [await log.read(id, 0, 3), await log.read(id, 3, 3), await log.read(id, 6, 3)];
      expect(pages.map((page) => page.map(({ seq }) => seq))).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
      expect(await log.read(id, 7, 3)).toEqual([]);
      expect(await log.read(id, 99, 3)).toEqual([]);
      expect(await log.read(id, 0, 0)).toEqual([]);
    });

    it('goes by pages of so many characters, and of one entry if that has more', async () => {
      const id = await newDebate();
      const lengths = [10, 20, 10, 500, 10, 10];
      const entries = lengths.map((length, index) => ({
        ...entryAt(index + 1),
        payload: { words: 'w'.repeat(length) },
      }));
      await log.append([{ ...request(id, 0, 0), entries }]);
      const page = async (after: number, limit: number, characters = 60) => {
        const { entries: read, isCut } = await log.readPage(id, after, limit, characters);
        return [read.map(({ seq }) => seq), isCut];
      };
      expect(await page(0, 10)).toEqual([[1, 2], true]);
      expect(await page(2, 10)).toEqual([[3], true]);
      expect(await page(3, 10)).toEqual([[4], true]);
      expect(await page(4, 10)).toEqual([[5, 6], false]);
      expect(await page(6, 10)).toEqual([[], false]);
      expect(await page(0, 1)).toEqual([[1], false]);
      expect(await page(0, 0)).toEqual([[], false]);
      expect(await page(0, 10, 54)).toEqual([[1, 2], true]);
      expect(await page(0, 10, 53)).toEqual([[1], true]);
      expect(await log.readPage(id, 0, 10, 10_000)).toEqual({ entries, isCut: false });
      const nothing = { entries: [], isCut: false };
      expect(await log.readPage('no such debate', 0, 10, 10_000)).toEqual(nothing);
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
      expect((await log.readPage(id, 0, 1, 1_000)).entries).toEqual([read]);
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
      expect((await log.readPage(id, 0, 1, 1_000)).entries).toEqual([read]);
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
}

/** Looking for entries by what is in them. */
export function describeSearching(tested: () => LogUnderTest): void {
  describe('searching', () => {
    let log: OperationLog;
    beforeAll(() => {
      log = tested().log;
    });
    const newDebate = (entries = 0) => debateIn(log, entries);

    it('finds the entries of some types that mention one of some words, as a whole and as they are written', async () => {
      const id = await newDebate();
      const payloads = [
        { claimId: 'c_1' },
        { claimId: 'c_12' },
        { ids: ['c_3', 'c_1'] },
        { text: 'a "c_3"' },
      ];
      const entries = payloads.map((payload, index) => ({
        ...entryAt(index + 1),
        type: index === 2 ? 'b' : 'a',
        payload,
      }));
      await log.append([{ ...request(id, 0, 0), entries }]);
      const wanted = { after: 0, upTo: 4, words: ['c_1'], types: ['a', 'b'] };
      const found = async (...words: string[]) =>
        (await log.mentioning(id, { ...wanted, words }, 10)).map(({ seq }) => seq);
      expect(await found('c_1')).toEqual([1, 3]);
      expect(await found('c_12', 'c_3')).toEqual([2, 3]);
      expect(await found('a "c_3"')).toEqual([4]);
      expect(await found()).toEqual([]);
      expect(await log.mentioning(id, { ...wanted, words: ['c_12'], types: ['a'] }, 10)).toEqual([
        entries[1],
      ]);
      expect(await log.mentioning(id, { ...wanted, types: ['b'] }, 10)).toEqual([entries[2]]);
      expect(await log.mentioning(id, { ...wanted, types: [] }, 10)).toEqual([]);
      expect(await log.mentioning(id, wanted, 1)).toEqual([entries[0]]);
      expect(await log.mentioning(id, { ...wanted, after: 1, upTo: 2 }, 10)).toEqual([]);
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
      expect(await found({ first: 'oldest', after: 1 }, 3)).toEqual([2, 3, 4]);
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
