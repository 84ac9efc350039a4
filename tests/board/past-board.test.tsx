// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { PastBoard } from '../../app/_board/screens/past/past-board.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import { packSnapshot } from '../../domain/debate/engine/packed-snapshot.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { aDebate, type DebateBuilder, merge, retract } from '../support/debate-builder.ts';
import { OPENED_BY_NOBODY } from '../support/opened-by-nobody.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.history.replaceState(null, '', window.location.pathname);
});

/** Draws the latest moment of a debate, with these times to step through, for a reader. */
async function openPast(debate: DebateBuilder, times = [debate.now]) {
  const opening = {
    debateId: 'a-debate',
    packed: packSnapshot(toSnapshot(debate.projection(null))),
    zipped: false,
    ...OPENED_BY_NOBODY,
  };
  const moment = { seq: debate.state.seq, at: debate.now };
  await act(async () =>
    render(
      <MessageProvider locale="en" messages={en}>
        <PastBoard opening={opening} moment={moment} times={times} counts={[]} />
      </MessageProvider>,
    ),
  );
}

test('[HM7] at a moment of the past, the number of claims said is that on cards', async () => {
  const debate = aDebate().does('dana', retract('c-u')).does('mona', merge('c-d', 'c-b'));
  await openPast(debate);
  const said = await screen.findAllByRole('status');
  expect(said.map(({ textContent }) => textContent)).toContainEqual(expect.stringMatching(/, 2 claims$/));
});

test.each([
  ['', ''],
  ['#c-a', '#c-a'],
])('the copied link to a moment has the claim that is open: “%s”', async (address, named) => {
  window.history.replaceState(null, '', `${window.location.pathname}${address}`);
  const debate = aDebate();
  const user = userEvent.setup();
  await openPast(debate);
  await user.click(screen.getByRole('button', { name: 'Copy link to this moment' }));
  const link = `${window.location.origin}/debates/a-debate/history?at=${debate.now}${named}`;
  expect(await navigator.clipboard.readText()).toBe(link);
});

test('while the past is played, its moments are not spoken', async () => {
  const debate = aDebate();
  // The moment that is asked for first never arrives.
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  await openPast(debate, [debate.now - 60_000, debate.now]);
  const said = () =>
    screen
      .getAllByRole('status')
      .map(({ textContent }) => textContent)
      .join();
  expect(said()).toMatch(/\d claims/);
  await userEvent.click(screen.getByRole('button', { name: 'Play' }));
  expect(said()).not.toMatch(/\d claims/);
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  expect(said()).toMatch(/\d claims/);
});
