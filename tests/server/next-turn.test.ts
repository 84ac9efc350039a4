import { expect, test } from 'vitest';
import type { Steps } from '../../domain/collections/steps.ts';
import { finishInTurns } from '../../server/timing/finish-in-turns.ts';
import { type Haste, nextTurn } from '../../server/timing/next-turn.ts';
import { Turns } from '../../server/timing/turns.ts';
import { upTo } from '../support/log-node.ts';

/** Work in turns that notes each; it goes on until there were so many. */
async function work(name: string, turns: number, done: string[], haste?: Haste): Promise<void> {
  for (const _ of upTo(turns)) {
    await nextTurn(haste);
    done.push(name);
  }
}

test('of many that wait, one goes on each time that others are answered', async () => {
  const done: string[] = [];
  const most: number[] = [];
  let isOver = false;
  const answering = (async () => {
    let before = 0;
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve));
      most.push(done.length - before);
      before = done.length;
    }
  })();
  await Promise.all(upTo(20).map((n) => work(`file${n}`, 5, done)));
  isOver = true;
  await answering;
  expect(done).toHaveLength(100);
  expect(Math.max(...most)).toBe(1);
  // In turns: nobody had a second one before all had their first.
  expect(new Set(done.slice(0, 20)).size).toBe(20);
});

test('interactive work goes before files, which get a turn now and then', async () => {
  const done: string[] = [];
  await Promise.all([work('file', 10, done, 'files'), work('people', 9, done)]);
  const first = done.slice(0, 12);
  expect(first.filter((name) => name === 'people').length).toBeGreaterThanOrEqual(8);
  expect(first).toContain('file');
});

test('work in steps lets others be answered before it is done', async () => {
  let answered = 0;
  const answer = () => {
    answered += 1;
    next = setImmediate(answer);
  };
  let next = setImmediate(answer);
  const result = await finishInTurns(
    (function* () {
      // It goes on until someone else was answered, so it would never end in one go.
      while (answered === 0) yield;
      return 'done';
    })(),
  );
  clearImmediate(next);
  expect(result).toBe('done');
});

/** Work of a millisecond that is done in one step. */
function* shortWork(): Steps<void> {
  const end = performance.now() + 1;
  while (performance.now() < end);
  yield* [];
}

test('pieces of work that share turns let others be answered in between, however short each is', async () => {
  let isAnswered = false;
  const next = setImmediate(() => {
    isAnswered = true;
  });
  const turns = new Turns();
  for (const _ of upTo(20)) await turns.finish(shortWork());
  clearImmediate(next);
  expect(isAnswered).toBe(true);
});
