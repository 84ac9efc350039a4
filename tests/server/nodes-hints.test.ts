import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { joinNodes, type Nodes } from '../../server/nodes/nodes.ts';
import type { LiveServer } from '../../server/sockets/connection.ts';
import { addClaim, type LogNode, makeDebate, startLogNode, submitAs } from '../support/log-node.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

test('thin slice', async () => {
  const log = new MemoryLog();
  await makeDebate(log, 'd_one', ['m_ann']);
  const make = async () => {
    const node = startLogNode(log);
    const io: LiveServer = new Server(createServer());
    const nodes = joinNodes({
      redisUrl: redis.url,
      installation: 'x',
      io,
      rooms: node.rooms,
      boards: () => new Map(),
      changed: () => {},
      failed: console.error,
    });
    const room = await node.room('d_one');
    nodes.opened(room);
    await expect.poll(() => nodes.redis).toBe('there');
    return { room, io, nodes };
  };
  const a = await make();
  const b = await make();
  const answer = await submitAs(a.room, 'm_ann', 1, addClaim('a'));
  expect(answer.ok).toBe(true);
  await expect.poll(() => b.room.state.seq).toBe(a.room.state.seq);
  for (const x of [a, b]) {
    x.nodes.leave();
    await x.io.close();
    x.nodes.close();
  }
});
