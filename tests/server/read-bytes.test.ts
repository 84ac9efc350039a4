import { afterEach, expect, test, vi } from 'vitest';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { readBytes } from '../../server/http/requests/read-bytes.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A request whose body begins, and goes on only where it ends at once; `length` is what its sender says. */
function requestOf(begins: string, ends: boolean, length = begins.length): Request {
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode(begins));
      if (ends) stream.close();
    },
  });
  const headers = { 'content-length': `${length}` };
  return new Request('http://localhost/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
}

test('[FI3] a body is read that arrives whole, and given up where it is too long or does not arrive in time', async () => {
  expect((await readBytes(requestOf('tea', true), 3))?.toString()).toBe('tea');
  expect(await readBytes(requestOf('coffee', true), 3)).toBeNull();
  expect(await readBytes(requestOf('te', false), 3, 20)).toBeNull();
  expect(await readBytes(new Request('http://localhost/'), 3)).toHaveLength(0);
});

test('[FI3] a file that arrives far too slowly is given up long before its time is over, and a form is not', async () => {
  vi.useFakeTimers();
  const long = LIMITS.messageBytes * 100;
  let file: unknown = 'reading';
  let form: unknown = 'reading';
  void readBytes(requestOf('x'.repeat(long / 100), false, long), long, 80_000).then((read) => {
    file = read;
  });
  void readBytes(requestOf('{', false, 1_000), long, 80_000).then((read) => {
    form = read;
  });
  await vi.advanceTimersByTimeAsync(11_000);
  expect([file, form]).toEqual([null, 'reading']);
  await vi.advanceTimersByTimeAsync(70_000);
  expect(form).toBeNull();
});

test('[FI3] a file that keeps up has all of its time', async () => {
  vi.useFakeTimers();
  const long = LIMITS.messageBytes * 100;
  let file: unknown = 'reading';
  void readBytes(requestOf('x'.repeat(long * 0.9), false, long), long, 80_000).then((read) => {
    file = read;
  });
  await vi.advanceTimersByTimeAsync(79_000);
  expect(file).toBe('reading');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(file).toBeNull();
});
