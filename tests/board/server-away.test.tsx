// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useServerAway } from '../../app/_board/core/offline/use-server-away.ts';

/** Answers each check of the page, in order. */
let checks: ((isThere: boolean) => void)[];
let reloads: number;

beforeEach(() => {
  checks = [];
  reloads = 0;
  vi.stubGlobal('fetch', () => {
    return new Promise<Response>((resolve) => {
      checks.push((isThere) => resolve(new Response(null, { status: isThere ? 200 : 503 })));
    });
  });
  vi.spyOn(window.location, 'reload').mockImplementation(() => {
    reloads += 1;
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function network(isThere: boolean): void {
  vi.stubGlobal('navigator', { onLine: isThere, serviceWorker: { controller: {} } });
  act(() => void window.dispatchEvent(new Event(isThere ? 'online' : 'offline')));
}

/** Answers a check, and lets the page take note. */
async function answer(check: number, isThere: boolean): Promise<void> {
  await act(async () => checks[check]?.(isThere));
}

test('an answer from before the network was lost does not bring it back', async () => {
  network(true);
  const { result } = renderHook(() => useServerAway());
  network(false);
  await waitFor(() => expect(result.current).toBe(true));
  await answer(0, true);
  expect(result.current).toBe(true);
  expect(reloads).toBe(0);

  network(true);
  await answer(1, true);
  await waitFor(() => expect(reloads).toBe(1));
});
