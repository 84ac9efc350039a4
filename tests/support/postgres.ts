import { type ChildProcess, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { cpuSeconds } from './cpu-seconds.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import {
  end,
  freePort,
  initialise,
  launch,
  postgresAccount,
  signalTree,
  treeOf,
} from './postgres-process.ts';

/** A PostgreSQL server of one test file, on a free port of 127.0.0.1, in a temporary folder. */
export interface TestPostgres {
  /** Connects to its first, empty database. */
  readonly url: string;
  /** Makes a database and returns its URL: empty, or a copy of `template`, which must have no connections. */
  createDatabase(name: string, template?: string): Promise<string>;
  /** Removes a database and ends its connections. */
  dropDatabase(name: string): Promise<void>;
  /** Seconds of processor time its processes have taken so far; null where the system does not say. */
  cpuSeconds(): number | null;
  /** Ends it for good and removes its folder. */
  stop(): Promise<void>;
  /** Ends it in order and leaves its data at a path that is not there yet, for `cluster`. */
  leave(path: string): Promise<void>;
  /** Cuts it off as a crash does: no checkpoint, every connection lost. `restart` recovers from its log. */
  kill(): Promise<void>;
  /** Stops it where it stands: connections stay open and nothing answers. `thaw` has it go on. */
  freeze(): void;
  thaw(): void;
  /** Ends it in order, unless it is down, and starts it again on the same port with the same data. */
  restart(): Promise<void>;
  /** Fills its disk to the last byte, where it has one of its own; `makeRoom` takes that away. */
  fill(): void;
  makeRoom(): void;
}

export interface TestPostgresOptions {
  /** True if commits wait for the disk, as in production (the default). Off saves time if nothing is measured. */
  fsync?: boolean;
  /** Path of the binaries, to use others than the system's. */
  binaries?: (scratch: string) => string;
  maxConnections?: number;
  /** The data of a server that was ended, to begin with a copy of. */
  cluster?: string;
  /** The size of a disk of its own in memory. Only root may mount one. */
  diskMegabytes?: number;
}

const launchAttempts = 3;

/** Starts a private PostgreSQL server; takes one to two seconds. */
export async function startPostgres(options: TestPostgresOptions = {}): Promise<TestPostgres> {
  const account = postgresAccount();
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'parley-postgres-')));
  const disk = options.diskMegabytes === undefined ? null : mountDisk(scratch, options.diskMegabytes);
  if (account.uid !== undefined && account.gid !== undefined) chownSync(scratch, account.uid, account.gid);
  const binaries = (options.binaries ?? findPostgresBinaries)(scratch);
  const data = join(scratch, 'data');
  if (options.cluster === undefined) initialise(binaries, data, account);
  else copyCluster(options.cluster, data);
  chmodSync(scratch, 0o755);

  const start = (port: number) => launch(binaries, data, account, settingsOf(port, options));
  const started = await startOnFreePort(start);
  const port = started.port;
  let child = started.child;
  const endWithUs = () => child.kill('SIGQUIT');
  process.on('exit', endWithUs);
  const urlOf = (name: string) => `postgresql://parley@127.0.0.1:${port}/${name}`;
  const url = urlOf('postgres');
  const query = async (text: (client: Client) => string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(text(client));
    } finally {
      await client.end();
    }
  };

  return {
    url,
    async createDatabase(name, template = 'template1') {
      await query(
        (to) => `CREATE DATABASE ${to.escapeIdentifier(name)} TEMPLATE ${to.escapeIdentifier(template)}`,
      );
      return urlOf(encodeURIComponent(name));
    },
    dropDatabase: (name) => query((to) => `DROP DATABASE ${to.escapeIdentifier(name)} WITH (FORCE)`),
    cpuSeconds: () =>
      treeOf(child).reduce<number | null>((sum, pid) => {
        const seconds = cpuSeconds(pid);
        return sum === null || seconds === null ? null : sum + seconds;
      }, 0),
    async stop() {
      process.off('exit', endWithUs);
      await end(child, 'SIGINT');
      disk?.unmount();
      rmSync(scratch, { recursive: true, force: true });
    },
    async leave(path) {
      process.off('exit', endWithUs);
      await end(child, 'SIGINT');
      renameSync(data, path);
      rmSync(scratch, { recursive: true, force: true });
    },
    kill: () => end(child, 'SIGQUIT'),
    freeze: () => signalTree(child, 'SIGSTOP'),
    thaw: () => signalTree(child, 'SIGCONT'),
    async restart() {
      await end(child, 'SIGINT');
      child = await start(port);
    },
    fill: () => disk?.fill(),
    makeRoom: () => disk?.makeRoom(),
  };
}

/** Mounts a small disk in memory at a folder. */
function mountDisk(folder: string, megabytes: number) {
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  const ballast = join(folder, 'ballast');
  return {
    // Ends at the last byte, with an error.
    fill: () => void spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4096'], { stdio: 'ignore' }),
    makeRoom: () => rmSync(ballast, { force: true }),
    unmount: () => run('umount', folder),
  };
}

/** Copies the data of a server with its owner and rights, without which PostgreSQL does not start. */
function copyCluster(from: string, to: string): void {
  run('cp', '-a', from, to);
}

function run(command: string, ...parameters: string[]): void {
  const { status, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')}: ${stderr}`);
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

/** Someone else may take the port between our look and PostgreSQL's start. */
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
