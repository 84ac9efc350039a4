// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { StatusPart } from '../../app/_board/manage/status-part.tsx';
import { aDebate, closePoll, quickPoll } from '../support/debate-builder.ts';
import { setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';
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

describe('closing a debate with an open poll', () => {
  const polled = () => aDebate().does('olga', quickPoll('p-1'));

  test.each([
    ['Close debate', 'Close this debate now?', 'closed'],
    ['Archive debate', 'Archive this debate now?', 'archived'],
  ] as const)('“%s” says first that the poll closes too', async (name, title, status) => {
    const { asked } = show(polled(), 'olga', <StatusPart />);
    await userEvent.click(screen.getByRole('button', { name }));
    const dialog = within(await screen.findByRole('dialog', { name: title }));
    expect(dialog.getByText(/^The open poll closes too/)).toBeDefined();
    expect(dialog.queryByText(/stays hidden/)).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
    expect(asked()).toEqual([{ type: 'debate.setStatus', status }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('in a phase that hides contributions, it also says that they stay hidden', async () => {
    const blind = aDebate().does('olga', setAgenda([WRITING]), turnTo(WRITING.id));
    show(blind, 'olga', <StatusPart />);
    await userEvent.click(screen.getByRole('button', { name: 'Close debate' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('What isn’t revealed yet stays hidden.')).toBeDefined();
    expect(dialog.queryByText(/poll/)).toBeNull();
  });

  test('without either, one press closes it', async () => {
    const { asked } = show(aDebate(), 'olga', <StatusPart />);
    await userEvent.click(screen.getByRole('button', { name: 'Close debate' }));
    expect(asked()).toEqual([{ type: 'debate.setStatus', status: 'closed' }]);
  });
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
