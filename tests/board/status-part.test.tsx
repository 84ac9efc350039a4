// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
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
  expect(document.activeElement?.textContent).toBe('Cancel');
  const template = screen.getByRole('checkbox');
  template.focus();
  debate.does('mona', { type: 'debate.configure', teams: 'off' });
  update();
  expect(document.activeElement).toBe(template);
});

test('a double press on Delete only asks, and Cancel gives the focus back', async () => {
  const { asked } = show(aDebate(), 'olga', <StatusPart />);
  const first = () => screen.getByRole('button', { name: 'Delete debate' });
  await userEvent.click(first());
  const answers = ['Cancel', 'Delete for everyone'].map((name) => screen.getByRole('button', { name }));
  for (const button of answers) fireEvent.click(button, { detail: 2 });
  expect(answers[0]?.nextSibling).toBe(answers[1]);
  expect(document.activeElement).toBe(answers[0]);
  expect(asked()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(first());
  await userEvent.click(first());
  await userEvent.click(screen.getByRole('button', { name: 'Delete for everyone' }));
  expect(asked()).toEqual([{ type: 'debate.delete', deleted: true }]);
});

test('a board is cleared of a rehearsal that had only a poll', () => {
  const debate = aDebate().does('olga', { type: 'debate.clear' });
  const { update } = show(debate, 'olga', <StatusPart />);
  expect(screen.queryByRole('button', { name: 'Clear board' })).toBeNull();
  debate.does('olga', quickPoll('p-1'), closePoll('p-1'));
  update();
  expect(screen.getByRole('button', { name: 'Clear board' })).toBeDefined();
});

test('the end of the conclusion is said before closing, where there is one', () => {
  const end = /its conclusion can no longer be written or signed/;
  show(aDebate(), 'olga', <StatusPart />);
  expect(screen.getByText(end)).toBeDefined();
  cleanup();
  show(aDebate().does('olga', { type: 'debate.clear' }), 'olga', <StatusPart />);
  expect(screen.queryByText(end)).toBeNull();
  expect(screen.getByText(/^This debate is open\./)).toBeDefined();
});
