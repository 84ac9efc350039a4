// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { BoardFrame } from '../../app/_board/screens/frame.tsx';
import { aDebate, closePoll, quickPoll, retract } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Claims() {
  const { select } = useViewActs();
  return ['c-a', 'c-b'].map((id) => (
    <button key={id} type="button" onClick={() => select({ kind: 'claim', id })}>
      {id}
    </button>
  ));
}

const board = (
  <FollowProvider>
    <BoardFrame>
      <Claims />
    </BoardFrame>
  </FollowProvider>
);
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const lit = (on: string) => ({ type: 'spotlight.set', on, call: false }) as const;

/** Olga's board, on which she begins to lead from the console. */
async function leading(debate = aDebate()) {
  const shown = show(debate, 'olga', board);
  await press('Facilitate');
  await userEvent.click(await screen.findByRole('tab', { name: 'Spotlight' }));
  await press('Lead');
  return shown;
}

const leads = () => screen.queryByRole('button', { name: 'Leading' }) !== null;

test('that the facilitator leads is said above the board before any claim is in the spotlight', async () => {
  await leading();
  await press('Leading');
  expect(leads()).toBe(false);
});

test('stopping to lead leaves the focus on following, which takes its place', async () => {
  await leading(aDebate().does('olga', lit('c-a')));
  screen.getByRole('button', { name: 'Leading' }).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.textContent).toBe('Follow');
});

test.each(['Agreement', 'Clear spotlight'])(
  'leading ends with what goes on the stage instead: %s',
  async (name) => {
    const { asked } = await leading();
    await press('c-a');
    await expect.poll(asked).toEqual([lit('c-a')]);
    expect(leads()).toBe(true);
    await press(name);
    expect(leads()).toBe(false);
    // The claim selected meanwhile goes there only once she leads again.
    await press('c-b');
    await press('Lead');
    await expect.poll(asked).toHaveLength(3);
    expect(asked().at(-1)).toEqual(lit('c-b'));
  },
);

test('leading ends with a question that another moderator puts on the stage, and not with a claim that is retracted', async () => {
  const debate = aDebate().does('olga', lit('c-a'));
  const { update } = await leading(debate);
  debate.does('dana', retract('c-a'));
  update();
  expect(leads()).toBe(true);
  debate.does('mona', lit('u-q'));
  update();
  expect(leads()).toBe(false);
});

test('leading goes on in another tab of the console and after it is closed, and is stopped above the board', async () => {
  const { asked } = await leading();
  await userEvent.click(screen.getByRole('tab', { name: 'Polls' }));
  await press('c-a');
  await expect.poll(asked).toEqual([lit('c-a')]);
  await press('Close console (P)');
  await press('c-b');
  await expect.poll(asked).toEqual([lit('c-a'), lit('c-b')]);
  await press('Leading');
  expect(screen.queryByRole('button', { name: 'Leading' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Follow' })).toBeDefined();
});

test.each([
  ['a poll opens', aDebate()],
  ['a poll opens beside another', aDebate().does('mona', quickPoll('p-old'))],
  ['a poll is opened again', aDebate().does('mona', quickPoll('p-old'), quickPoll('p-n'), closePoll('p-n'))],
])('[SP6] leading ends when %s: the next claim would take the stage from it', async (_, debate) => {
  const { asked, update } = await leading(debate);
  await press('c-a');
  await expect.poll(asked).toEqual([lit('c-a')]);
  const isAsked = debate.state.polls.has('p-n');
  debate.does('mona', isAsked ? { type: 'poll.setStatus', pollId: 'p-n', open: true } : quickPoll('p-n'));
  update();
  expect(leads()).toBe(false);
});

test('[SP6] leading goes on when a poll closes, or the time of an open one is set', async () => {
  const debate = aDebate().does('mona', quickPoll('p-old'), quickPoll('p-n'));
  const { update } = await leading(debate);
  const closesAt = debate.now + 60_000;
  debate.does('mona', closePoll('p-n'), { type: 'poll.setStatus', pollId: 'p-old', open: true, closesAt });
  update();
  expect(leads()).toBe(true);
});
