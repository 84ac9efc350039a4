import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The user that runs PostgreSQL: the current one, or, since it refuses root, an unprivileged one. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** The account PostgreSQL runs as. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const uid = numberFrom('id', '-u', user);
    const gid = numberFrom('id', '-g', user);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is neither a user "postgres" nor "nobody".');
}

function numberFrom(command: string, ...parameters: string[]): number | undefined {
  const result = spawnSync(command, parameters, { encoding: 'utf8' });
  return result.status === 0 ? Number(result.stdout.trim()) : undefined;
}

/** Makes an empty cluster that trusts everyone on this machine. */
export function initialise(binaries: string, data: string, account: Account): void {
  const result = spawnSync(
    join(binaries, 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'parley',
      '--auth',
      'trust',
      '--encoding',
      'UTF8',
      '--no-locale',
      '--no-sync',
    ],
    { ...options(account, data), encoding: 'utf8' },
  );
  if (result.status !== 0) {
    throw new Error(`initdb failed: ${result.error?.message ?? ''}\n${result.stdout}\n${result.stderr}`);
  }
}

/** Starts the server and waits until it says that it takes connections. */
export async function launch(
  binaries: string,
  data: string,
  account: Account,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(binaries, 'postgres'), ['-D', data, ...parameters], options(account, data));
  await ready(child);
  return child;
}

function options(account: Account, data: string): SpawnOptions & { stdio: ['ignore', 'pipe', 'pipe'] } {
  return {
    ...account,
    cwd: join(data, '..'),
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      if (log.length < 20_000) log += chunk.toString();
      if (log.includes('database system is ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with code ${code}:\n${log}`)));
  });
}

/** Sends a signal and waits until the server has ended; does nothing when it has already. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** Sends a signal to a process and to the processes it started, the first one first: it starts no more then. */
export function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  child.kill(signal);
  for (const pid of treeOf(child)) if (pid !== child.pid) process.kill(pid, signal);
}

/** The numbers of a process and of those it started. */
export function treeOf(child: ChildProcess): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const started = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (pid && parent === child.pid ? pid : []));
  return child.pid === undefined ? started : [child.pid, ...started];
}

/** The workers of a run: each takes ports of its own, as a port is free for a while before its server listens. */
const WORKERS = 8;
const { TEST_PARALLEL_INDEX, VITEST_POOL_ID } = process.env;
const WORKER = TEST_PARALLEL_INDEX ? Number(TEST_PARALLEL_INDEX) : WORKERS / 2 + Number(VITEST_POOL_ID ?? 0);
const PORTS = 1_500;
const FIRST_PORT = 20_000 + (WORKER % WORKERS) * PORTS;

/**
 * A port nobody listens on now: of those that systems do not give to connections by themselves. One of the others may be a browser's by
 * the time the server has it, or while the server is restarted.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + randomInt(PORTS);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
