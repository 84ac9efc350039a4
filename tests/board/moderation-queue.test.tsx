// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ModerationQueue } from '../../app/_board/manage/moderation-queue.tsx';
import { aDebate, comment, report } from '../support/debate-builder.ts';
import { ask } from '../support/made-questions.ts';
import { show } from './show.tsx';

afterEach(cleanup);

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
