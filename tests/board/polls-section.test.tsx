// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { PollsSection } from '../../app/_board/features/polls/polls-section.tsx';
import { aDebate, answer, closePoll, quickPoll, stancePoll } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const aPoll = () => aDebate().does('mona', stancePoll('p-1', 'before'));

describe('closing a secret poll', () => {
  test('that too few have answered warns first, and keeping it open asks for nothing', async () => {
    const { asked } = show(aPoll().does('dana', answer('p-1', 0)), 'mona', <PollsSection />);
    await press('Close poll');
    expect(screen.getByRole('dialog').textContent).toMatch(/^Close with 1 answer\?/);
    await press('Keep open');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked()).toEqual([]);
  });

  test('closes it all the same when that is chosen, and it can be opened again', async () => {
    const { asked } = show(aPoll().does('dana', answer('p-1', 0)), 'mona', <PollsSection />);
    await press('Close poll');
    await press('Close anyway');
    await press('Reopen');
    expect(asked()).toEqual([closePoll('p-1'), { type: 'poll.setStatus', pollId: 'p-1', open: true }]);
  });

  test('with a threshold of none is done at once', async () => {
    const debate = aPoll().does('mona', { type: 'poll.setStatus', pollId: 'p-1', open: true, threshold: 1 });
    const { asked } = show(debate.does('dana', answer('p-1', 0)), 'mona', <PollsSection />);
    await press('Close poll');
    expect(asked()).toEqual([closePoll('p-1')]);
  });
});

test('[TM3] a poll of a template waits to be opened, and is in no list of results', async () => {
  const debate = aDebate().does('mona', quickPoll('q-1'), closePoll('q-1'));
  const { asked } = show(debate, 'mona', <PollsSection />);
  expect(screen.getByRole('heading', { name: 'Ready to open' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull();
  await press('Open poll');
  expect(asked()).toEqual([{ type: 'poll.setStatus', pollId: 'q-1', open: true }]);
  expect(screen.queryByRole('heading', { name: 'Ready to open' })).toBeNull();
});
