// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import InviteStrip from '../../app/_board/header/invite-strip.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

const CODE = {
  id: 'i-1',
  kind: 'code',
  token: 'ABCD2345',
  role: 'debater',
  uses: 0,
  limit: null,
  expiresAt: null,
};
let made: boolean;

beforeEach(() => {
  made = false;
  vi.stubGlobal('fetch', async (_: string, { method = 'GET' }: RequestInit = {}) => {
    if (method === 'POST') made = true;
    return Response.json({ ok: true, invitations: made ? [CODE] : [], mailed: [], mayMail: false });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('the button that creates a join code gives its focus to the code', async () => {
  show(aDebate(), 'olga', <InviteStrip onShare={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: 'Create join code' }));
  await expect.poll(() => document.activeElement?.textContent).toMatch(/ABCD-2345$/);
});

test('a link that cannot be copied is shown, to copy by hand', async () => {
  show(aDebate(), 'olga', <InviteStrip onShare={() => undefined} />);
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  await userEvent.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await screen.findByText(/^Copying isn’t allowed here/)).toHaveProperty('role', 'alert');
});
