import { expect, test } from 'vitest';
import { DatabaseUnavailable } from '../../server/database/database-unavailable.ts';
import { GatheredQueries } from '../../server/database/gathered-queries.ts';
import { upTo } from '../support/log-node.ts';

/** Queries that end when they are let; each answers a question with its double, and those above 1,000 with an error. */
function queries() {
  const begun: { asked: readonly number[]; end: () => void }[] = [];
  const gathered = new GatheredQueries<number, number>(async (asked) => {
    await new Promise<void>((end) => void begun.push({ asked, end }));
    if (asked.some((one) => one > 1_000)) throw new Error('too many');
    return asked.map((one) => 2 * one);
  });
  return { begun, gathered };
}

test('the first questions are asked at once, those after them together', async () => {
  const { begun, gathered } = queries();
  const answers = Promise.all(upTo(150).map((one) => gathered.answer(one)));
  expect(begun.map(({ asked }) => asked.length)).toEqual([1, 1, 1, 1]);
  begun[2]?.end();
  await expect.poll(() => begun.length).toBe(5);
  expect(begun[4]?.asked).toEqual(upTo(150).slice(4));
  for (const { end } of begun) end();
  expect(await answers).toEqual(upTo(150).map((one) => 2 * one));
});

test('an unavailable database is not asked again for each question', async () => {
  const ends: (() => void)[] = [];
  let asked = 0;
  const gathered = new GatheredQueries<number, number>(async () => {
    asked += 1;
    await new Promise<void>((end) => void ends.push(end));
    throw new DatabaseUnavailable(null);
  });
  const answers = Promise.allSettled(upTo(100).map((one) => gathered.answer(one)));
  for (const end of ends.splice(0)) end();
  await expect.poll(() => asked).toBe(5);
  ends[0]?.();
  expect((await answers).every(({ status }) => status === 'rejected')).toBe(true);
  expect(asked).toBe(5);
});

test('a database that answers with trouble of its own is asked again for each question', async () => {
  const gathered = new GatheredQueries<number, number>(async (asked) => {
    if (asked.includes(7)) throw new DatabaseUnavailable({ code: '58030' });
    return asked;
  });
  const answers = await Promise.allSettled(upTo(20).map((one) => gathered.answer(one)));
  expect(answers.flatMap(({ status }, index) => (status === 'rejected' ? index + 1 : []))).toEqual([7]);
});

test('nobody gets the error of another question', async () => {
  const { begun, gathered } = queries();
  const first = upTo(4).map((one) => gathered.answer(one));
  const [good, bad] = [gathered.answer(7), gathered.answer(2_000)];
  const refused = expect(bad).rejects.toThrow('too many');
  begun[0]?.end();
  await expect.poll(() => begun.length).toBe(5);
  begun[4]?.end();
  await expect.poll(() => begun.length).toBe(7);
  expect(begun.slice(5).map(({ asked }) => asked)).toEqual([[7], [2_000]]);
  for (const { end } of begun) end();
  await refused;
  expect(await good).toBe(14);
  await Promise.all(first);
  // And it goes on.
  const next = gathered.answer(3);
  begun.at(-1)?.end();
  expect(await next).toBe(6);
});
