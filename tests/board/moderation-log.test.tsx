// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ModerationLog } from '../../app/_board/manage/moderation-log.tsx';
import { createEntries } from '../../server/log/create-entries.ts';
import { aDebate, bringBack, comment, hide, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test('the log shows its newest acts and, as long as there are any, 100 earlier ones when asked', async () => {
  const debate = aDebate();
  for (let round = 0; round < 105; round += 1) debate.does('mona', hide('c-b'), bringBack('c-b'));
  show(debate, 'mona', <ModerationLog />);
  const log = screen.getByRole('list', { name: 'Moderation log' });
  const shown = () => within(log).getAllByRole('listitem').length;
  expect(shown()).toBe(100);
  await userEvent.click(screen.getByRole('button', { name: 'Show earlier' }));
  expect(shown()).toBe(200);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show earlier' }));
  await userEvent.click(screen.getByRole('button', { name: 'Show earlier' }));
  expect(shown()).toBe(210);
  expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull();
  expect(document.activeElement).toBe(log);
});

test('contributions of one act are drawn once its list is open, 50 at a time', async () => {
  const debate = aDebate();
  const comments = Array.from({ length: 120 }, (_, n) => comment({ commentId: `m-${n}` }));
  const made = createEntries(debate.state, comments, 'dana', debate.now);
  debate.state = made.ok ? made.state : expect.fail(made.rejection.code);
  debate.does('mona', hide(...comments.map(({ commentId }) => commentId)));
  show(debate, 'mona', <ModerationLog />);
  const details = screen.getByText('Show all 120').closest('details') ?? expect.fail('no list');
  const lines = () => details.querySelectorAll('li');
  expect(lines()).toHaveLength(0);
  details.open = true;
  fireEvent(details, new Event('toggle'));
  expect(lines()).toHaveLength(50);
  await userEvent.click(within(details).getByText('Show 50 more'));
  expect(lines()).toHaveLength(100);
  expect(document.activeElement).toBe(lines()[50]);
  await userEvent.click(within(details).getByText('Show 20 more'));
  expect(lines()).toHaveLength(120);
  expect(within(details).queryByRole('button')).toBeNull();
});

test('a change of the debate draws no act of the log again that it does not concern', () => {
  const { store } = show(aDebate().does('mona', hide('c-b'), bringBack('c-b')), 'mona', <ModerationLog />);
  expect(screen.getByRole('list', { name: 'Moderation log' }).querySelectorAll('time')).toHaveLength(4);
  // Each line, and the context in it, has a time.
  const drawn = vi.spyOn(Date.prototype, 'toISOString');
  act(() => void store.submit(newClaim('more', 'east')));
  const times = drawn.mock.calls.length;
  drawn.mockRestore();
  expect(times).toBe(0);
});
