import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { end, freePort } from './postgres-process.ts';
import { findRedisBinary } from './redis-binary.ts';

/** A Redis server of one test file, on a free port of 127.0.0.1, that keeps nothing on disk. */
export interface TestRedis {
  readonly url: string;
  /** Cuts it off as a crash does: every connection and all it held is lost. `start` brings it back on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Leaves it there, but deaf: it takes connections and answers nothing, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Forgets everything it holds. */
  flush(): Promise<void>;
  /** Every command it is given from now on, until `stop`. */
  overhear(): Promise<{ readonly commands: readonly string[]; stop(): void }>;
  /** Ends it for good and removes its folder. */
  stop(): Promise<void>;
}

/** Starts a private Redis server; with `absent` only its address is there, until `start`. */
export async function startRedis({ absent = false } = {}): Promise<TestRedis> {
  const binary = findRedisBinary();
  const folder = mkdtempSync(join(tmpdir(), 'parley-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  const endWithUs = () => child?.kill('SIGKILL');
  process.on('exit', endWithUs);
  const kill = async () => {
    if (child) await end(child, 'SIGKILL');
    child = null;
  };
  const start = async () => {
    child = await launch(binary, port, folder);
  };
  if (!absent) await start();
  return {
    url,
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    flush: async () => {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
    overhear: () => overhear(port),
    stop: async () => {
      process.off('exit', endWithUs);
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Every command the server is given, as `MONITOR` reports them. Over a connection of its own: ioredis takes a command that arrives
 * in the same moment as the answer to `MONITOR` for an answer, and fails.
 */
async function overhear(port: number): Promise<{ readonly commands: readonly string[]; stop(): void }> {
  const socket = connect(port, '127.0.0.1');
  const commands: string[] = [];
  const lines = createInterface({ input: socket });
  const listening = once(lines, 'line');
  lines.on('line', (line) => void commands.push(line));
  socket.write('MONITOR\r\n');
  await listening;
  return { commands, stop: () => void socket.destroy() };
}

async function launch(binary: string, port: number, folder: string): Promise<ChildProcess> {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const child = spawn(binary, settings, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`redis-server ended with code ${code}`);
  });
  await Promise.race([ready(child), ended]);
  ended.catch(() => undefined);
  return child;
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    let log = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      if (log.length < 20_000) log += chunk.toString();
      if (log.includes('Ready to accept connections')) resolve();
    });
  });
}
