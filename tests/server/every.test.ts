import { afterEach, expect, test, vi } from 'vitest';
import { atOnceAndEvery } from '../../server/timing/every-second.ts';

afterEach(() => void vi.useRealTimers());

test('[OP18] the first look is one look at a time too: a long backup gets no second one beside it', async () => {
  vi.useFakeTimers();
  let end = () => {};
  const look = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const stop = atOnceAndEvery(1_000, look, () => undefined);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(look).toHaveBeenCalledTimes(1);
  end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(look).toHaveBeenCalledTimes(2);
  stop();
});
