import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fileAnswer } from '../../server/http/answers/file-answer.ts';
import { FairQueue } from '../../server/limits/fair-queue.ts';
import { makeAhead } from '../../server/services/exports/make-ahead.ts';

const SMALL = { ahead: 10, patience: 20 };
const sender = (address: string) => ({ person: null, address });

/** Files of a hundred characters in a queue that writes one at a time. */
function files() {
  const queue = new FairQueue({ held: {}, running: { all: 1 } });
  return async (address: string): Promise<AsyncGenerator<string>> => {
    const turn = await queue.turn(sender(address));
    if (turn === 'busy') return expect.fail('busy');
    async function* make() {
      for (let at = 0; at < 20; at += 1) yield 'aaaaa';
    }
    return makeAhead(make, turn, undefined, SMALL);
  };
}

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

test('[EX5] a file whose reader reads nothing gives its turn to the next, and is complete when it is read', async () => {
  const file = files();
  const slow = await file('203.0.113.7');
  const next = await file('203.0.113.8');
  expect(await textOf(next)).toBe('a'.repeat(100));
  expect(await textOf(slow)).toBe('a'.repeat(100));
});

test('[EX5] few files go on without a turn: the one that does so longest fails', async () => {
  const file = files();
  const slow: AsyncGenerator<string>[] = [];
  for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4'])
    slow.push(await file(address));
  const [first, ...others] = slow;
  await expect(first && textOf(first)).rejects.toThrow('Too many files wait');
  expect(await textOf(await file('203.0.113.8'))).toBe('a'.repeat(100));
  await Promise.all(others.map((one) => one.return(undefined)));
});

test('an empty piece does not end a file', async () => {
  async function* make() {
    yield* ['a', '', 'b'];
  }
  const turn = { pass: () => {}, end: () => {} };
  expect(await textOf(makeAhead(make, turn))).toBe('ab');
});

test('a file ends, unfinished, when its reader takes each piece in time, but all of them too slowly', async () => {
  let isOver = false;
  async function* pieces() {
    try {
      yield 'a'.repeat(40 * 64 * 1_024);
    } finally {
      isOver = true;
    }
  }
  const file = fileAnswer(new Request('http://localhost/'), pieces(), {}, 400);
  const reader = file.body?.getReader();
  const readSlowly = async () => {
    while (!(await reader?.read())?.done) await wait(150);
  };
  await expect(readSlowly()).rejects.toThrow('Nobody read on');
  expect(isOver).toBe(true);
});
