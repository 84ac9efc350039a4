import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '../../support/postgres.ts';
import { type ChildServer, startChild } from '../child-server.ts';
import { withDataDir } from '../with-data-dir.ts';

/** The databases Parley runs on. */
export const DATABASES = { postgresql: 'PostgreSQL', pglite: 'PGlite' } as const;
export type DatabaseName = keyof typeof DATABASES;

/** Processor time in milliseconds, of it the database's, and memory in bytes. */
export interface LiveUsage {
  readonly cpu: number;
  readonly databaseCpu: number;
  readonly memory: number;
}

/** Measures memory and CPU of a server and its database. */
export interface Meter {
  usage(): Promise<LiveUsage>;
  /** Bytes in use once all garbage is collected. */
  settledMemory(): Promise<number>;
  /** Waits until the servers rest: what was begun before, such as reading the log of a new debate, is done. */
  atRest(): Promise<void>;
}

/** Processor time of a server at rest, as a share of one core, and milliseconds in which it is measured. */
const REST_SHARE = 0.1;
const REST_LOOK = 1_000;
/** Milliseconds after which a server that never rests is measured as it is. */
const REST_PATIENCE = 90_000;

/** Lends a server without pages on a new database; the processor time of both counts. */
export async function withParley<T>(
  database: DatabaseName,
  use: (server: ChildServer, meter: Meter) => Promise<T>,
): Promise<T> {
  const postgres = database === 'postgresql' ? await startPostgres() : null;
  return withDataDir(async (dataDir) => {
    const server = await startParley({ DATA_DIR: dataDir, ...(postgres && { DATABASE_URL: postgres.url }) });
    return use(server, meterOf([server], postgres?.cpuSeconds)).finally(() => server.stop());
  }).finally(() => postgres?.stop());
}

/** Starts the server without pages. */
export function startParley(env: Record<string, string>): Promise<ChildServer> {
  return startChild('serve-parley', { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env });
}

/** Of servers and their database, which is in processes of its own or in the server. */
export function meterOf(servers: readonly ChildServer[], cpuSeconds: () => number | null = () => 0): Meter {
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  return {
    async usage() {
      const used = await Promise.all(servers.map((server) => server.usage()));
      const databaseCpu = (cpuSeconds() ?? 0) * 1_000;
      const cpu = sum(used.map((one) => one.cpu)) + databaseCpu;
      return { cpu, databaseCpu, memory: sum(used.map(({ memory }) => memory)) };
    },
    settledMemory: async () => sum(await Promise.all(servers.map((server) => server.settledMemory()))),
    async atRest() {
      const used = async () =>
        sum((await Promise.all(servers.map((server) => server.usage()))).map(({ cpu }) => cpu));
      const until = performance.now() + REST_PATIENCE;
      for (let before = await used(), share = 1; share > REST_SHARE && performance.now() < until; ) {
        await wait(REST_LOOK);
        const now = await used();
        share = (now - before) / REST_LOOK;
        before = now;
      }
    },
  };
}
