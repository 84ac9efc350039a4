// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ModerationQueue } from '../../app/_board/manage/moderation-queue.tsx';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { aDebate, comment, hold, report } from '../support/debate-builder.ts';
import { ask } from '../support/made-questions.ts';
import { show } from './show.tsx';

afterEach(cleanup);

/** A debate with more comments that await approval than one operation takes. */
function aFullQueue() {
  const debate = aDebate();
  const count = LIMITS.hiddenAtOnce + 1;
  const comments = Array.from({ length: count }, (_, n) => comment({ commentId: `m-${n}` }));
  const made = createEntries(debate.state, comments, 'dana', debate.now);
  debate.state = made.ok ? made.state : expect.fail(made.rejection.code);
  const ids = comments.map(({ commentId }) => commentId);
  debate.does('mona', hold(...ids.slice(1)), hold('m-0'));
  return { debate, count };
}

test('[AP2] more than one operation takes is approved by several', async () => {
  const { debate, count } = aFullQueue();
  const { asked } = show(debate, 'mona', <ModerationQueue />);
  await userEvent.click(screen.getByLabelText(/^Select all/));
  await userEvent.click(screen.getByText(/^Approve 1,001/));
  expect(asked().map((operation) => 'ids' in operation && operation.ids.length)).toEqual([count - 1, 1]);
});

test('a long queue is shown in parts, by a button and by keys', async () => {
  const { debate } = aFullQueue();
  show(debate, 'mona', <ModerationQueue takesFocus />);
  const lines = () => screen.getByRole('list', { name: 'Queue' }).children;
  const focused = () => [...lines()].indexOf(document.activeElement as Element);
  expect([lines().length, focused()]).toEqual([50, 0]);
  await userEvent.click(screen.getByText('Show 50 more'));
  expect([lines().length, focused()]).toEqual([100, 50]);
  (lines()[99] as HTMLElement).focus();
  await userEvent.keyboard('j');
  expect([lines().length, focused()]).toEqual([150, 100]);
});

test('a question in the queue can be hidden by key, and not flagged', async () => {
  const debate = aDebate().does('dana', ask('u-n', 'Is it dear?')).does('emil', report('r-n', 'u-n'));
  show(debate, 'mona', <ModerationQueue />);
  const line = (await screen.findByText('Is it dear?')).closest('li') ?? expect.fail('no line');
  line.focus();
  await userEvent.keyboard('m');
  expect(screen.queryByRole('dialog')).toBeNull();
  await userEvent.keyboard('h');
  expect(await screen.findByRole('dialog')).toBeDefined();
});

test('a comment in the queue is flagged by key', async () => {
  const debate = aDebate().does('dana', comment({ commentId: 'm-n', text: 'Buy this' }));
  debate.does('emil', report('r-n', 'm-n'));
  show(debate, 'mona', <ModerationQueue />);
  const line = (await screen.findByText('Buy this')).closest('li') ?? expect.fail('no line');
  line.focus();
  await userEvent.keyboard('m');
  expect(await screen.findByRole('dialog')).toBeDefined();
});
