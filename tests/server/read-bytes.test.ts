import { expect, test } from 'vitest';
import { readBytes } from '../../server/http/read-bytes.ts';

/** A request whose body begins, and goes on only where it ends at once. */
function requestOf(begins: string, ends: boolean): Request {
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode(begins));
      if (ends) stream.close();
    },
  });
  return new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit);
}

test('[FI3] a body is read that arrives whole, and given up where it is too long or does not arrive in time', async () => {
  expect((await readBytes(requestOf('tea', true), 3))?.toString()).toBe('tea');
  expect(await readBytes(requestOf('coffee', true), 3)).toBeNull();
  expect(await readBytes(requestOf('te', false), 3, 20)).toBeNull();
  expect(await readBytes(new Request('http://localhost/'), 3)).toHaveLength(0);
});
