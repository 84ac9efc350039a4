import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { httpTimes } from '../../server/http/bound-sockets.ts';

test('behind a proxy, idle connections stay open longer than Caddy keeps its own: two minutes', () => {
  expect(createServer(httpTimes(1)).keepAliveTimeout).toBeGreaterThan(120_000);
  expect(createServer(httpTimes(0)).keepAliveTimeout).toBe(5_000);
});
