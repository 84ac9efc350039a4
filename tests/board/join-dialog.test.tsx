// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import JoinDialog from '../../app/_board/features/joining/join-dialog.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

const fetched = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  // There is no server here: it signs every guest in.
  vi.stubGlobal('fetch', async (...asked: unknown[]) => {
    fetched(...asked);
    return Response.json({ ok: true });
  });
});

afterEach(() => {
  cleanup();
  fetched.mockClear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Gives a name, and waits as long as a connected debate takes to accept a guest. */
async function join(isConnected: boolean): Promise<void> {
  const onSignedIn = vi.fn();
  const dialog = <JoinDialog onSignedIn={onSignedIn} onClose={() => undefined} />;
  show(aDebate(), null, dialog, [], { isOnlyRead: isConnected });
  fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'Nia' } });
  fireEvent.click(screen.getByRole('button', { name: 'Join the debate' }));
  await act(() => expect.poll(() => onSignedIn.mock.calls).toHaveLength(1));
  act(() => void vi.advanceTimersByTime(10_000));
}

test('a guest on a slow connection waits for it, instead of reading that they may not join', async () => {
  await join(false);
  expect(screen.getByRole('alert').textContent).toMatch(/^Still connecting\./);
  expect(screen.getByRole('button', { name: 'Joining…' }).getAttribute('aria-disabled')).toBe('true');
  expect(fetched).toHaveBeenCalledOnce();
});

test('a guest whom a connected debate does not accept reads that they may not join', async () => {
  await join(true);
  expect(screen.getByRole('alert').textContent).not.toContain('connecting');
  expect(screen.getByRole('button', { name: 'Join the debate' }).getAttribute('aria-disabled')).toBeNull();
});

test('a second refusal in the same words is spoken again', async () => {
  let answer = () => {};
  const refusal = () =>
    new Promise<Response>((_, reject) => {
      answer = () => reject(new TypeError('fetch failed'));
    });
  vi.stubGlobal('fetch', refusal);
  show(aDebate(), null, <JoinDialog onSignedIn={() => undefined} onClose={() => undefined} />);
  fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'Nia' } });
  const refused = () => screen.queryByText(/^Couldn’t reach the server/);
  const press = () =>
    act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Join the debate' })));
  await press();
  answer();
  await expect.poll(refused).not.toBeNull();
  await press();
  expect(refused()).toBeNull();
  answer();
  await expect.poll(refused).not.toBeNull();
});
