import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { warmUp } from '../../server/compose/warm-up.ts';

test('a server is asked for a page several times, one after the other', async () => {
  let [now, most, asked] = [0, 0, 0];
  const origin = await serve((answer) => {
    now += 1;
    asked += 1;
    most = Math.max(most, now);
    setImmediate(() => {
      now -= 1;
      answer(200);
    });
  });
  expect(await warmUp(`${origin}/page`)).toBe(asked);
  expect(asked).toBeGreaterThan(3);
  expect(most).toBe(1);
});

test('an answer that is no page, or a stopped server, ends it', async () => {
  let asked = 0;
  const origin = await serve((answer) => {
    asked += 1;
    answer(asked < 3 ? 200 : 404);
  });
  expect(await warmUp(origin)).toBe(2);
  expect(asked).toBe(3);
  expect(await warmUp('http://127.0.0.1:1')).toBe(0);
});

async function serve(respond: (answer: (status: number) => void) => void): Promise<string> {
  const http = createServer((_, response) => respond((status) => response.writeHead(status).end('page')));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void http.close());
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}
