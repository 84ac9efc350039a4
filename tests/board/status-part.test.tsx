// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { StatusPart } from '../../app/_board/manage/status-part.tsx';
import { aDebate, closePoll, quickPoll } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test('an owner who is asked whether to delete a debate keeps the focus elsewhere when a setting changes', async () => {
  const debate = aDebate();
  const { update } = show(debate, 'olga', <StatusPart />);
  await userEvent.click(screen.getByRole('button', { name: 'Delete debate' }));
  expect(document.activeElement?.textContent).toBe('Delete for everyone');
  const template = screen.getByRole('checkbox');
  template.focus();
  debate.does('mona', { type: 'debate.configure', teams: 'off' });
  update();
  expect(document.activeElement).toBe(template);
});

test('a board is cleared of a rehearsal that had only a poll', () => {
  const debate = aDebate().does('olga', { type: 'debate.clear' });
  const { update } = show(debate, 'olga', <StatusPart />);
  expect(screen.queryByRole('button', { name: 'Clear board' })).toBeNull();
  debate.does('olga', quickPoll('p-1'), closePoll('p-1'));
  update();
  expect(screen.getByRole('button', { name: 'Clear board' })).toBeDefined();
});
