// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { hasBegunForms } from '../../app/_board/core/store/form-drafts.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { PollsSection } from '../../app/_board/features/polls/polls-section.tsx';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { entriesOfTemplate } from '../../domain/formats/template/entries-of-template.ts';
import { checkTemplate } from '../../domain/formats/template/read-template.ts';
import {
  aDebate,
  answer,
  closePoll,
  DebateBuilder,
  quickPoll,
  stancePoll,
} from '../support/debate-builder.ts';
import { setAgenda, turnTo, VOTING } from '../support/phased-debate.ts';
import { numberPoll } from '../support/polls.ts';
import { show } from './show.tsx';
import { welcomeOf } from './welcome-of.ts';

afterEach(cleanup);

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const HIDING = [setAgenda([VOTING]), turnTo(VOTING.id)];
const answeredByFive = (debate: DebateBuilder) => {
  for (const who of ['olga', 'mona', 'dana', 'emil', 'susi']) debate.does(who, answer('p-1', 0));
  return debate;
};
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

  test('keeps a correct answer back, so that the poll can be opened again as the warning says', async () => {
    const debate = aDebate().does('mona', numberPoll('p-1', { secret: true }));
    const { asked } = show(debate.does('dana', answer('p-1', 3)), 'mona', <PollsSection />);
    await userEvent.type(screen.getByLabelText(/^Correct answer/), '4');
    await press('Close poll');
    await press('Close anyway');
    expect(asked()).toEqual([closePoll('p-1')]);
    expect(screen.getByRole('button', { name: 'Reopen' })).toBeTruthy();
    expect(screen.getByRole('spinbutton')).toHaveProperty('value', '4');
    expect(hasBegunForms()).toBe(true);
    await press('Show correct answer');
    expect(asked()).toHaveLength(2);
    expect(hasBegunForms()).toBe(false);
  });

  test('keeps a correct answer back where the number of answers is hidden', async () => {
    const debate = aDebate()
      .does('olga', ...HIDING)
      .does('mona', numberPoll('p-1', { secret: true }));
    const { asked } = show(debate.does('dana', answer('p-1', 3)), 'mona', <PollsSection />);
    await userEvent.type(screen.getByLabelText(/^Correct answer/), '4');
    await press('Close poll');
    expect(asked()).toEqual([closePoll('p-1')]);
  });

  test.each([0, 1])(
    'that ends the comparison for good says so first, also with no answers: %i',
    async (answers) => {
      const debate = answeredByFive(aPoll()).does('mona', closePoll('p-1'), stancePoll('p-2', 'after'));
      if (answers > 0) debate.does('dana', answer('p-2', 0));
      const { asked } = show(debate, 'mona', <PollsSection />);
      await press('Close poll');
      expect(screen.getByRole('dialog').textContent).toMatch(/^Close with.*You can’t reopen the poll/);
      await press('Close anyway');
      expect(asked()).toEqual([closePoll('p-2')]);
      expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull();
    },
  );

  test('without answers is done at once where it can be reopened', async () => {
    const debate = aPoll().does('dana', answer('p-1', 0));
    debate.does('mona', closePoll('p-1'), stancePoll('p-2', 'after'));
    const { asked } = show(debate, 'mona', <PollsSection />);
    await press('Close poll');
    expect(asked()).toEqual([closePoll('p-2')]);
    expect(screen.getAllByRole('button', { name: 'Reopen' })).toHaveLength(1);
  });

  test('with a threshold of none is done at once', async () => {
    const debate = aPoll().does('mona', { type: 'poll.setStatus', pollId: 'p-1', open: true, threshold: 1 });
    const { asked } = show(debate.does('dana', answer('p-1', 0)), 'mona', <PollsSection />);
    await press('Close poll');
    expect(asked()).toEqual([closePoll('p-1')]);
  });
});

test('[TM3] a poll of a template waits to be opened, and is in no list of results', async () => {
  const polls = [{ question: 'Why?', options: ['a', 'b'], secret: true }];
  const template = checkTemplate({ format: 'parley-template', version: 1, title: 'A', polls });
  const debate = new DebateBuilder();
  const entries = entriesOfTemplate(template, { ownerId: 'olga', visibility: 'private', now: 1_000 });
  debate.state = evolveAll(EMPTY_STATE, entries);
  const { asked } = show(debate, 'olga', <PollsSection />);
  expect(screen.getByRole('heading', { name: 'Ready to open' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull();
  await press('Open poll');
  expect(asked()).toEqual([{ type: 'poll.setStatus', pollId: 'q_poll1', open: true }]);
  expect(screen.queryByRole('heading', { name: 'Ready to open' })).toBeNull();
  expect(document.activeElement?.textContent).toBe('Open now');
  await press('Close poll');
  expect(screen.getByRole('button', { name: 'Reopen' })).toBeTruthy();
});

test.each([
  ['closed without an answer', aDebate().does('mona', quickPoll('q-1'), closePoll('q-1'))],
  [
    'answered while tallies are hidden',
    aDebate()
      .does('olga', ...HIDING)
      .does('mona', quickPoll('q-1'))
      .does('dana', answer('q-1', 0))
      .does('mona', closePoll('q-1')),
  ],
])('a quick poll %s stays among the results', (_, debate) => {
  show(debate, 'mona', <PollsSection />);
  expect(screen.getByRole('button', { name: 'Reopen' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Ready to open' })).toBeNull();
});

test('[PO19] a closed debate offers no poll to open', () => {
  const status = (to: 'open' | 'closed') => ({ type: 'debate.setStatus', status: to }) as const;
  const debate = aDebate().does('mona', { ...quickPoll('p-later'), prepared: true }, status('closed'));
  const { update } = show(debate, 'mona', <PollsSection />);
  expect(screen.queryAllByRole('button')).toEqual([]);
  debate.does('mona', status('open'));
  update();
  expect(screen.getByRole('button', { name: 'Start poll' })).toBeDefined();
  expect(screen.getAllByRole('button', { name: /^Open/ })).toHaveLength(2);
});

test('[PO7] a secret poll is not offered to be reopened while the number of its answers is hidden', () => {
  const debate = aDebate().does('mona', quickPoll('p-1', { secret: true }));
  answeredByFive(debate)
    .does('mona', closePoll('p-1'))
    .does('olga', ...HIDING);
  expect(debate.refusal('mona', { type: 'poll.setStatus', pollId: 'p-1', open: true })).toBe('phase_closed');
  show(debate, 'mona', <PollsSection />);
  expect(screen.getByRole('heading', { name: 'Closed polls' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull();
});

test('opening, closing and reopening a poll moves the focus to the heading of the open ones', async () => {
  const pressByKey = async (name: string) => {
    screen.getByRole('button', { name }).focus();
    await userEvent.keyboard('{Enter}');
    return document.activeElement?.textContent;
  };
  show(aDebate(), 'mona', <PollsSection />);
  expect(await pressByKey('Open opening poll')).toBe('Open now');
  expect(await pressByKey('Close poll')).toBe('Open now');
  expect(await pressByKey('Reopen')).toBe('Open now');
  cleanup();
  show(aPoll().does('dana', answer('p-1', 0)), 'mona', <PollsSection />);
  await pressByKey('Close poll');
  await pressByKey('Close anyway');
  await expect.poll(() => document.activeElement?.textContent).toBe('Open now');
});

test('the closing time of an open poll is set and removed by one button, which keeps the focus', async () => {
  const { asked } = show(aDebate().does('mona', quickPoll('q-1')), 'mona', <PollsSection />);
  const set = screen.getByRole('button', { name: 'Set closing time' });
  await userEvent.click(set);
  await userEvent.selectOptions(screen.getAllByLabelText('Closes')[0] ?? expect.fail(), 'In 5 minutes');
  expect(asked()).toEqual([]);
  await userEvent.click(set);
  expect(asked()).toMatchObject([{ type: 'poll.setStatus', pollId: 'q-1', closesAt: expect.any(Number) }]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove closing time' }));
  await userEvent.keyboard('{Enter}');
  expect(asked()[1]).toMatchObject({ pollId: 'q-1', closesAt: null });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Set closing time' }));
});

test('[PO15] a closing time is counted from the server’s clock, which is asked again after a reconnect', async () => {
  const debate = aDebate().does('mona', quickPoll('q-1'));
  const line: TransportListener[] = [];
  let ahead = 60 * 60_000;
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      line.push(to);
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => welcomeOf(debate, 'mona', after),
    askClock: async () => Date.now() + ahead,
  };
  const { asked, store } = show(debate, 'mona', <PollsSection />, [], { transport });
  await act(async () => void store.connect());
  const setsTime = async () => {
    await userEvent.selectOptions(screen.getAllByLabelText('Closes')[0] ?? expect.fail(), 'In 5 minutes');
    const before = Date.now();
    await press('Set closing time');
    const { closesAt } = { closesAt: null, ...asked().at(-1) };
    return Math.round(((closesAt ?? 0) - before) / 60_000);
  };
  expect(await setsTime()).toBe(65);
  await press('Remove closing time');
  ahead = 120 * 60_000;
  await act(async () => line[0]?.disconnected());
  await act(async () => line[0]?.connected());
  expect(await setsTime()).toBe(125);
});

test('the number of answers to an open poll is shown, and not spoken at each', () => {
  show(aPoll().does('dana', answer('p-1', 0)), 'mona', <PollsSection />);
  expect(screen.getByText('1 answer')).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});

test('an option that is added gets the focus, also the last one, with which the button goes', async () => {
  show(aDebate(), 'mona', <PollsSection />);
  const add = () => screen.queryByRole('button', { name: 'Add option' });
  await press('Add option');
  expect(document.activeElement).toBe(screen.getByLabelText('Option 3'));
  for (let button = add(); button; button = add()) await userEvent.click(button);
  expect(document.activeElement).toBe(screen.getByLabelText(`Option ${LIMITS.pollOptions}`));
});
