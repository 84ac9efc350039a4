// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { aDebate, type DebateBuilder, editTo, newClaim, seal } from '../support/debate-builder.ts';
import { show } from './show.tsx';
import { welcomeOf } from './welcome-of.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Susi's page over a connection on which the test is the server, and all that her screen reader says. */
async function listening(debate: DebateBuilder) {
  let server: TransportListener | null = null;
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      server = to;
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => welcomeOf(debate, 'susi', after),
  };
  const { store } = show(debate, 'susi', null, [], { transport });
  await act(async () => void store.connect());
  const heard: string[] = [];
  const region = document.querySelector('[aria-live="polite"]');
  let last = region?.firstElementChild;
  /** Someone does something, and time goes on. */
  const hearsOf = async (who: string, operation: Operation, milliseconds: number) => {
    const after = store.state().replica.confirmed.seq;
    debate.does(who, operation);
    await act(async () => server?.frame(debate.frame('susi', after)));
    await act(() => vi.advanceTimersByTimeAsync(milliseconds));
    const now = region?.firstElementChild;
    if (now !== last) heard.push(now?.textContent ?? '');
    last = now;
  };
  return {
    heard,
    hearsOf,
    /** Someone adds a claim, and time goes on. */
    hears: (who: string, id: string, milliseconds: number) =>
      hearsOf(who, newClaim(id, 'east', { text: `Claim ${id}.` }), milliseconds),
  };
}

test('changes in a debate that never pauses are all announced, in fewer and fewer sentences', async () => {
  const { heard, hears } = await listening(aDebate());
  for (let at = 0; at < 12; at += 1) await hears('dana', `n${at}`, 1_000);
  expect(heard).toEqual([2, 3, 6].map((count) => `${count} claims changed by others`));
});

test('a single change is announced by its text', async () => {
  const { heard, hears } = await listening(aDebate());
  await hears('dana', 'one', 2_000);
  expect(heard).toEqual(['Changed by others: Claim one.']);
});

test('a claim that someone is typing is announced once, when its wording is finished', async () => {
  const debate = aDebate('shared');
  const { heard, hearsOf } = await listening(debate);
  let text = debate.state.claims.get('c-a')?.text ?? '';
  for (const word of ['and', 'so', 'it', 'goes', 'on', 'and', 'on']) {
    text = `${text} ${word}`;
    await hearsOf('dana', editTo(debate.state, 'c-a', text), 2_000);
  }
  expect(heard).toEqual([]);
  await hearsOf(SYSTEM, seal('c-a'), 2_000);
  expect(heard).toEqual([`Changed by others: ${text}`]);
});
