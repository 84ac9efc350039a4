import { afterEach, expect, test, vi } from 'vitest';
import { atOnceAndEvery, every } from '../../server/timing/polling.ts';

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

test('polls at one interval share a turn, whenever they began', async () => {
  vi.useFakeTimers();
  const polled: string[] = [];
  const poll = (name: string) =>
    every(
      1_000,
      async () => void polled.push(`${name} at ${vi.getMockedSystemTime()?.getTime()}`),
      () => undefined,
    );
  vi.setSystemTime(0);
  const stopFirst = poll('first');
  await vi.advanceTimersByTimeAsync(400);
  const stopSecond = poll('second');
  await vi.advanceTimersByTimeAsync(600);
  expect(polled).toEqual(['first at 1000', 'second at 1000']);
  stopFirst();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(polled.slice(2)).toEqual(['second at 2000']);
  stopSecond();
  expect(vi.getTimerCount()).toBe(0);
});
