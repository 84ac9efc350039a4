// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { MailedList } from '../../app/_board/features/invitations/mailed-list.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import type { Mailed } from '../../domain/protocol/route-answers.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const DATES = { madeAt: Date.UTC(2026, 0, 1), expiresAt: Date.UTC(2026, 0, 15) };

test('the buttons of two invitations of one address have different names, with the roles as they were chosen', () => {
  const sent = { email: 'ann@example.org', state: 'sent', ...DATES } as const;
  const mailed: readonly Mailed[] = [
    { ...sent, id: 'as-debater', role: 'debater' },
    { ...sent, id: 'as-observer', role: 'observer' },
  ];
  show(aDebate(), 'olga', <MailedList mailed={mailed} onAgain={async () => {}} onRevoke={async () => {}} />);
  const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
  expect(names[0]).toContain(en.joining.asDebater);
  expect(names[2]).toContain(en.joining.asObserver);
  expect(names).toHaveLength(4);
  expect(new Set(names).size).toBe(4);
});

test('showing all gives the focus to the first address that it adds', async () => {
  const mailed = Array.from(
    { length: 32 },
    (_, at): Mailed => ({
      id: `sent${at}`,
      email: `p${at}@example.org`,
      role: 'debater',
      state: 'sent',
      ...DATES,
    }),
  );
  show(aDebate(), 'olga', <MailedList mailed={mailed} onAgain={null} onRevoke={async () => {}} />);
  await userEvent.click(screen.getByRole('button', { name: 'Show all 32' }));
  expect(document.activeElement?.closest('li')?.textContent).toContain('p30@example.org');
});
