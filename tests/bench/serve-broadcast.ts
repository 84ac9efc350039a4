import pg from 'pg';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { answerParent } from './child-server.ts';

/**
 * Child process, the floor: every message that comes in goes out to everyone of its path as so many bytes, and nothing else; with
 * a database, once a row with it is committed there.
 */
const bytes = Number(process.env.BENCH_FRAME_BYTES);
const databaseUrl = process.env.BENCH_DATABASE_URL ?? '';
const pool = databaseUrl === '' ? null : new pg.Pool({ connectionString: databaseUrl });
await pool?.query('CREATE TABLE message (id BIGSERIAL PRIMARY KEY, room TEXT NOT NULL, text TEXT NOT NULL)');
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
await new Promise((resolve) => server.once('listening', resolve));
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;
const rooms = new Map<string, Set<WebSocket>>();

server.on('connection', (socket, { url = '/' }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('message', async (data) => {
    const frame = data.toString().padEnd(bytes);
    await pool?.query({
      name: 'store',
      text: 'INSERT INTO message (room, text) VALUES ($1, $2)',
      values: [url, frame],
    });
    for (const client of room) client.send(frame);
  });
});

answerParent(`http://127.0.0.1:${port}`, {
  signIn: async () => '',
  stop: async () => {
    for (const client of server.clients) client.terminate();
    server.close();
    await pool?.end();
  },
});
