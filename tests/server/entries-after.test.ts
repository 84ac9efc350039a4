import { expect, test } from 'vitest';
import { entriesAfter } from '../../server/log/entries-after.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import type { StoredEntry } from '../../server/log/operation-log.ts';

/** A debate with a source for each of these lengths of an excerpt. */
async function logOf(lengths: readonly number[]): Promise<MemoryLog> {
  const log = new MemoryLog();
  const entries = lengths.map(
    (length, index): StoredEntry => ({
      seq: index + 1,
      at: index,
      actor: 'm_ann',
      author: 'm_ann',
      shape: 1,
      type: 'source.added',
      payload: {
        sourceId: `s_${index}`,
        title: '',
        url: '',
        locator: '',
        note: '',
        excerpt: 'x'.repeat(length),
      },
    }),
  );
  await log.createDebate({ id: 'd', title: '', visibility: 'public', listing: {} }, entries);
  return log;
}

/** The numbers of the entries in each page. */
async function pagesOf(log: MemoryLog, after: number, upTo?: number): Promise<number[][]> {
  const pages: number[][] = [];
  for await (const entries of entriesAfter(log, 'd', after, upTo)) pages.push(entries.map(({ seq }) => seq));
  return pages;
}

test('few long entries are a page, and many short ones', async () => {
  const log = await logOf([...Array(6).fill(200_000), 600_000, ...Array(300).fill(10)]);
  const pages = await pagesOf(log, 0);
  expect(pages.slice(0, 4)).toEqual([[1, 2], [3, 4], [5, 6], [7]]);
  expect(pages.slice(4).map(({ length }) => length)).toEqual([250, 50]);
  expect(pages.flat()).toEqual(Array.from({ length: 307 }, (_, index) => index + 1));
  expect(await pagesOf(log, 1, 5)).toEqual([
    [2, 3],
    [4, 5],
  ]);
  expect(await pagesOf(log, 5, 5)).toEqual([]);
});
