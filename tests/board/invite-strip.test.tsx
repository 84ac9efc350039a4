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
  expiresAt: Date.UTC(2027, 0, 2, 12),
};
let made: string[];

beforeEach(() => {
  made = [];
  vi.stubGlobal('fetch', async (_: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method === 'POST') made.push(`${body}`);
    return Response.json({
      ok: true,
      invitations: made.length > 0 ? [CODE] : [],
      mailed: [],
      mayMail: false,
    });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('the button creates a join code for a month, and gives its focus to the code, its role and its end', async () => {
  show(aDebate(), 'olga', <InviteStrip onShare={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: 'Create join code' }));
  await expect
    .poll(() => document.activeElement?.textContent)
    .toMatch(/ABCD-2345 to argue, vote and comment\. Works until January 2, 2027\.$/);
  expect(made.map((body) => JSON.parse(body))).toEqual([
    { kind: 'code', role: 'debater', holds: 'month', limit: null },
  ]);
});

test('a code that is created in one list is shown in all others on the screen', async () => {
  const strip = <InviteStrip onShare={() => undefined} />;
  const both = (
    <>
      {strip}
      {strip}
    </>
  );
  show(aDebate(), 'olga', both);
  const [, second] = screen.getAllByRole('button', { name: 'Create join code' });
  await userEvent.click(second ?? expect.fail('no second button'));
  await expect.poll(() => screen.getAllByText('ABCD-2345')).toHaveLength(2);
});

test('a link that cannot be copied is shown, to copy by hand', async () => {
  show(aDebate(), 'olga', <InviteStrip onShare={() => undefined} />);
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  await userEvent.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await screen.findByText(/^Copying isn’t allowed here/)).toHaveProperty('role', 'alert');
});

test('a copied link is announced', async () => {
  show(aDebate(), 'olga', <InviteStrip onShare={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: 'Copy link' }));
  const said = () => document.querySelector('[data-message] [aria-live]')?.textContent;
  await expect.poll(said).toBe('Copied');
});
