// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { hasBegunForms } from '../../app/_board/core/store/form-drafts.ts';
import { OpenPolls } from '../../app/_board/features/polls/open-polls.tsx';
import { StripWhenOn } from '../../app/_board/screens/strip-when-on.tsx';
import { followFocus } from '../../app/_ui/focus/catch-focus.ts';
import { aDebate, answer, closePoll, quickPoll } from '../support/debate-builder.ts';
import { textPoll } from '../support/polls.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const spoken = () => [...document.querySelectorAll('[aria-live]')].map(({ textContent }) => textContent);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
/** A debate with an open quick poll. */
const asking = () => aDebate().does('mona', quickPoll('q-1'));

test('a poll that opens is announced by a live region that was there before, and so is its closing', () => {
  const debate = aDebate();
  const { update } = show(debate, 'dana', <StripWhenOn />);
  const regions = document.querySelectorAll('[aria-live]').length;
  debate.does('mona', { ...quickPoll('q-1'), question: 'Who pays?' });
  update();
  expect(spoken()).toContain('New poll: Who pays?');
  expect(document.querySelectorAll('[aria-live]')).toHaveLength(regions);
  debate.does('mona', closePoll('q-1'));
  update();
  expect(spoken().join('')).not.toContain('New poll');
  expect(spoken()).toContain('Poll closed: Who pays?');
});

test('a poll that closes with results is announced with them', () => {
  const debate = asking().does('emil', answer('q-1', 0));
  const { update } = show(debate, 'dana', <StripWhenOn />);
  debate.does('mona', closePoll('q-1'));
  update();
  expect(spoken().join('')).toContain('Poll closed, and its results are in: ');
});

test('a half-written answer is kept when its poll closes, and its focus goes to the board', async () => {
  const stop = followFocus();
  const debate = aDebate().does('mona', textPoll('p-1'));
  const board = (
    <>
      <div role="treeitem" tabIndex={0} id="c-a" />
      <OpenPolls />
    </>
  );
  const { update } = show(debate, 'dana', board);
  await userEvent.type(await screen.findByRole('textbox'), 'More tr');
  debate.does('mona', closePoll('p-1'));
  update();
  expect(screen.queryByRole('textbox')).toBeNull();
  await expect.poll(() => document.activeElement?.id).toBe('c-a');
  debate.does('mona', { type: 'poll.setStatus', pollId: 'p-1', open: true });
  update();
  expect((await screen.findByRole<HTMLInputElement>('textbox')).value).toBe('More tr');
  await userEvent.click(screen.getByRole('button', { name: 'Send answer' }));
  expect(hasBegunForms()).toBe(false);
  stop();
});

test('a poll that was open when the page began is not announced as new', () => {
  const debate = asking();
  const { update } = show(debate, 'dana', <StripWhenOn />);
  debate.does('emil', answer('q-1', 0));
  update();
  expect(spoken().join('')).not.toContain('New poll');
});

test('answering gives the focus to the answer, and changing or withdrawing it to the poll', async () => {
  show(asking(), 'dana', <OpenPolls />);
  const focused = () => document.activeElement;
  await userEvent.click(screen.getAllByRole('button')[0] ?? expect.fail('no option'));
  expect(focused()?.textContent).toMatch(/^Your answer: /);
  await press('Change answer');
  expect(focused()).toBe(screen.getByRole('region', { name: 'Poll' }));
  await userEvent.click(screen.getAllByRole('button')[1] ?? expect.fail('no option'));
  expect(focused()?.textContent).toMatch(/^Your answer: /);
  await press('Withdraw answer');
  expect(focused()).toBe(screen.getByRole('region', { name: 'Poll' }));
});

test('an answer given on another device leaves the focus where it is', () => {
  const debate = asking();
  const { update } = show(debate, 'dana', <OpenPolls />);
  debate.does('dana', answer('q-1', 0));
  update();
  expect(screen.getByText(/^Your answer: /)).toBeTruthy();
  expect(document.activeElement).toBe(document.body);
});
