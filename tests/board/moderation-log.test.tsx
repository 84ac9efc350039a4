// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ModerationLog } from '../../app/_board/manage/moderation-log.tsx';
import { aDebate, bringBack, hide } from '../support/debate-builder.ts';
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
