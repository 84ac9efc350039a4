import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { end, freePort, initialise, launch, postgresAccount, signalTree } from './postgres-process.ts';

/** A PostgreSQL server of one test file, on a free port of 127.0.0.1, in a temporary folder. */
export interface TestPostgres {
  /** Connects to its first, empty database. */
  readonly url: string;
  /** Makes an empty database and answers its URL. */
  createDatabase(name: string): Promise<string>;
  /** Ends it for good and removes its folder. */
  stop(): Promise<void>;
  /** Cuts it off as a crash does: no checkpoint, every connection lost. `restart` recovers from its log. */
  kill(): Promise<void>;
  /** Stops it where it stands: connections stay open and nothing answers. `thaw` has it go on. */
  freeze(): void;
  thaw(): void;
  /** Ends it in order, unless it is down, and starts it again on the same port with the same data. */
  restart(): Promise<void>;
}

export interface TestPostgresOptions {
  /** Whether commits wait for the disk, as in production (the default). Off saves time where nothing is measured. */
  fsync?: boolean;
  /** Where the binaries are, for those who want others than the system's. */
  binaries?: (scratch: string) => string;
  maxConnections?: number;
}

const launchAttempts = 3;

/** Starts a private PostgreSQL server; takes one to two seconds. */
export async function startPostgres(options: TestPostgresOptions = {}): Promise<TestPostgres> {
  const account = postgresAccount();
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'parley-postgres-')));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(scratch, account.uid, account.gid);
  const binaries = (options.binaries ?? findPostgresBinaries)(scratch);
  const data = join(scratch, 'data');
  initialise(binaries, data, account);
  chmodSync(scratch, 0o755);

  const start = (port: number) => launch(binaries, data, account, settingsOf(port, options));
  const started = await startOnFreePort(start);
  const port = started.port;
  let child = started.child;
  const endWithUs = () => child.kill('SIGQUIT');
  process.on('exit', endWithUs);
  const urlOf = (name: string) => `postgresql://parley@127.0.0.1:${port}/${name}`;
  const url = urlOf('postgres');

  return {
    url,
    async createDatabase(name) {
      const client = new Client({ connectionString: url });
      await client.connect();
      try {
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
      } finally {
        await client.end();
      }
      return urlOf(encodeURIComponent(name));
    },
    async stop() {
      process.off('exit', endWithUs);
      await end(child, 'SIGINT');
      rmSync(scratch, { recursive: true, force: true });
    },
    kill: () => end(child, 'SIGQUIT'),
    freeze: () => signalTree(child, 'SIGSTOP'),
    thaw: () => signalTree(child, 'SIGCONT'),
    async restart() {
      await end(child, 'SIGINT');
      child = await start(port);
    },
  };
}

function settingsOf(port: number, { fsync = true, maxConnections = 100 }: TestPostgresOptions) {
  const safe = fsync ? 'on' : 'off';
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(maxConnections),
    shared_buffers: '64MB',
    fsync: safe,
    synchronous_commit: safe,
    full_page_writes: safe,
  };
}

/** Somebody else may take the port between our look and PostgreSQL's start. */
async function startOnFreePort(
  start: (port: number) => Promise<ChildProcess>,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { child: await start(port), port };
    } catch (error) {
      if (attempt === launchAttempts) throw error;
    }
  }
}
