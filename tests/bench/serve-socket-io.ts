import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { answerParent } from './child-server.ts';

/**
 * Child process, the floor of what Parley is made of: each message is one committed row of PostgreSQL, one answer, and one frame of so many
 * bytes by Socket.IO to each connection of its room. No one is signed in, and nothing is checked, decided or projected.
 */
const bytes = Number(process.env.BENCH_FRAME_BYTES);
/** Bytes of a frame beside its mark and its text. */
const ENVELOPE = '42["frame",{"mark":"","text":""}]'.length;
const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL });
await pool.query('CREATE TABLE message (id BIGSERIAL PRIMARY KEY, room TEXT NOT NULL, text TEXT NOT NULL)');
const http = createServer();
const io = new Server(http, { path: '/live', transports: ['websocket'], perMessageDeflate: false });

io.on('connection', (socket) => {
  let room = '';
  socket.on('open', async ({ debateId }: { debateId: string }, answer: (value: unknown) => void) => {
    room = debateId;
    await socket.join(room);
    answer({ ok: true });
  });
  socket.on('submit', async ({ mark }: { mark: string }, answer: (value: unknown) => void) => {
    const text = ''.padEnd(bytes - ENVELOPE - mark.length);
    await pool.query({
      name: 'store',
      text: 'INSERT INTO message (room, text) VALUES ($1, $2)',
      values: [room, text],
    });
    answer({ ok: true });
    io.to(room).emit('frame', { mark, text });
  });
});

await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
const address = http.address();
const port = typeof address === 'object' && address ? address.port : 0;

answerParent(`http://127.0.0.1:${port}`, {
  signIn: async () => '',
  stop: async () => {
    await io.close();
    await pool.end();
  },
});
