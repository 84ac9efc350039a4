// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { changeChoice } from '../../app/_board/core/notifications/fetch-choice.ts';
import { useChoice } from '../../app/_board/core/notifications/known-choices.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('of two changes in a row, the page shows what the last one has chosen, whatever is answered first', async () => {
  const waiting: (() => void)[] = [];
  vi.stubGlobal('fetch', (_path: string, { body }: RequestInit) => {
    const { level } = JSON.parse(String(body)) as { level: string };
    // Those asked at once are answered in the other order.
    setImmediate(() => waiting.pop()?.());
    return new Promise((resolve) => {
      waiting.push(() => resolve(Response.json({ ok: true, choice: { level, muted: [] } })));
    });
  });
  const { result } = renderHook(() => useChoice('a-debate'));
  const changes = (['all', 'none'] as const).map((level) => changeChoice('a-debate', { level }));
  expect(await Promise.all(changes)).toEqual([null, null]);
  await expect.poll(() => result.current).toEqual({ level: 'none', muted: [] });
});
