// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { AddPasskey } from '../../app/account/second-factor/add-passkey.tsx';
import { PasskeyButton } from '../../app/sign-in/passkey-button.tsx';
import { toRejection } from '../../domain/debate/engine/rejections.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function adds() {
  vi.stubGlobal('PublicKeyCredential', class {});
  const went = vi.spyOn(window.location, 'assign').mockImplementation(() => {});
  render(<AddPasskey label="Name" add="Add" failed="It failed." unavailable="None here." />);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Key');
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  return went;
}

test('a passkey that needs a newer proof leads to the page that asks for it, and back', async () => {
  const refused = { ok: false, rejection: toRejection('reauthentication_required') };
  vi.stubGlobal('fetch', async () => Response.json(refused, { status: 403 }));
  const went = await adds();
  await expect
    .poll(() => went.mock.calls)
    .toEqual([['/account/reauthenticate?returnTo=/account/second-factor']]);
});

test('a passkey that the server does not answer for fails, and says so', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('fetch failed')));
  const went = await adds();
  expect(await screen.findByText('It failed.')).toBeDefined();
  expect(went).not.toHaveBeenCalled();
});

test('a passkey that is being made keeps the focus on its button, and is asked for once', async () => {
  const fetched = vi.fn(() => new Promise<never>(() => undefined));
  vi.stubGlobal('fetch', fetched);
  await adds();
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Add' });
  await expect.poll(() => fetched.mock.calls).toHaveLength(1);
  expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
  expect(document.activeElement).toBe(button);
  fireEvent.submit(button.closest('form') ?? expect.fail());
  await new Promise((resolve) => setTimeout(resolve));
  expect(fetched).toHaveBeenCalledOnce();
});

test('a button to sign in with a passkey keeps the focus while the browser asks', async () => {
  vi.stubGlobal('PublicKeyCredential', class {});
  const fetched = vi.fn(() => new Promise<never>(() => undefined));
  vi.stubGlobal('fetch', fetched);
  render(<PasskeyButton label="Sign in with a passkey" failed="It failed." returnTo="/" />);
  const button = await screen.findByRole<HTMLButtonElement>('button');
  await userEvent.click(button);
  await userEvent.click(button);
  await expect.poll(() => fetched.mock.calls).toHaveLength(1);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(button);
});
