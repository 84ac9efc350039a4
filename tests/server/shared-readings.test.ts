import { afterEach, expect, test, vi } from 'vitest';
import { SharedReadings } from '../../server/services/participants/shared-readings.ts';
import { upTo } from '../support/log-node.ts';

afterEach(() => void vi.useRealTimers());

/** Readings that end when they are let; each finds how many began before it. */
function readings(rest = 0) {
  const begun: { key: string; end: () => void; fail: () => void }[] = [];
  const shared = new SharedReadings<number>(
    (key) =>
      new Promise((resolve, reject) => {
        const found = begun.length;
        begun.push({ key, end: () => resolve(found), fail: () => reject(new Error('away')) });
      }),
    () => rest,
  );
  return { begun, shared };
}

test('callers during a reading share the next one', async () => {
  const { begun, shared } = readings();
  const first = shared.of('hall');
  const others = upTo(100).map(() => shared.of('hall'));
  expect(begun).toHaveLength(1);
  begun[0]?.end();
  expect(await first).toBe(0);
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.end();
  expect(new Set(await Promise.all(others))).toEqual(new Set([1]));
  expect(begun).toHaveLength(2);
});

test('each key is read by itself, and again when nothing is under way', async () => {
  const { begun, shared } = readings();
  const [hall, desk] = [shared.of('hall'), shared.of('desk')];
  expect(begun.map(({ key }) => key)).toEqual(['hall', 'desk']);
  for (const { end } of begun) end();
  await Promise.all([hall, desk]);
  await new Promise((resolve) => setImmediate(resolve));
  void shared.of('hall');
  expect(begun).toHaveLength(3);
});

test('a failed reading is an error only for its callers', async () => {
  const { begun, shared } = readings();
  const failing = shared.of('hall');
  const next = shared.of('hall');
  begun[0]?.fail();
  await expect(failing).rejects.toThrow('away');
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.end();
  expect(await next).toBe(1);
});

test('after a reading the next one waits for more who ask', async () => {
  vi.useFakeTimers();
  const { begun, shared } = readings(100);
  const first = shared.of('hall');
  begun[0]?.end();
  await first;
  void shared.of('hall');
  await vi.advanceTimersByTimeAsync(99);
  expect(begun).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toHaveLength(2);
});
