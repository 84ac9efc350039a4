import { startPostgres } from '../../support/postgres.ts';
import { type ChildServer, startChild } from '../child-server.ts';
import type { Figures } from '../figures.ts';
import { withDataDir } from '../with-data-dir.ts';
import { broadcastParty, type Party, parleyParty } from './parties.ts';
import { type LiveUsage, runWorkload } from './run-workload.ts';
import { WORKLOADS, type Workload } from './workloads.ts';

/** A workload on each server. */
export interface LiveResult {
  readonly workload: Workload;
  readonly frameBytes: number;
  readonly broadcast: Figures;
  readonly postgresql: Figures;
  readonly pglite: Figures;
}

export interface LiveOptions {
  /** Names of workloads; none: all. */
  readonly only: readonly string[];
  /** Folder for profiles of Parley's CPU time; empty: none is taken. */
  readonly profiles: string;
}

/**
 * People who write in debates, signed in and limited like anyone, on both databases; beside them in the same run a bare `ws`
 * broadcast of as many messages of the same size. A server is started for each workload.
 */
export async function benchLive(
  { only, profiles }: LiveOptions,
  say: (line: string) => void,
): Promise<LiveResult[]> {
  const workloads = WORKLOADS.filter(({ name }) => only.length === 0 || only.includes(name));
  const results: LiveResult[] = [];
  for (const workload of workloads) {
    say(`${workload.name}: Parley on PostgreSQL …`);
    const postgres = await startPostgres();
    const database = { cpuSeconds: postgres.cpuSeconds, env: { DATABASE_URL: postgres.url } };
    const onPostgres = await measureParley(
      workload,
      database,
      profileOf(profiles, workload, 'postgresql'),
    ).finally(() => postgres.stop());
    say(`${workload.name}: Parley on PGlite …`);
    const onPglite = await measureParley(workload, { env: {} }, profileOf(profiles, workload, 'pglite'));
    const frameBytes = Math.round(onPostgres.bytes / onPostgres.figures.operations);
    say(`${workload.name}: a bare ws broadcast of ${frameBytes} bytes …`);
    const floor = await startChild('./serve-broadcast.ts', { BENCH_FRAME_BYTES: String(frameBytes) });
    const broadcast = await runWorkload(workload, broadcastParty(floor), usageOf(floor));
    await floor.stop();
    results.push({
      workload,
      frameBytes,
      broadcast: broadcast.figures,
      postgresql: onPostgres.figures,
      pglite: onPglite.figures,
    });
  }
  return results;
}

function profileOf(folder: string, { name }: Workload, database: string): string | null {
  return folder === '' ? null : `${folder}/${name}-${database}.cpuprofile`;
}

/** A database server beside Parley: its processor time counts too. */
interface BesideParley {
  readonly env: Readonly<Record<string, string>>;
  readonly cpuSeconds?: () => number | null;
}

async function measureParley(workload: Workload, { env, cpuSeconds }: BesideParley, profile: string | null) {
  return withDataDir(async (dataDir) => {
    const server = await startChild('./serve-parley.ts', {
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDir,
      ...env,
    });
    const party: Party = parleyParty(server);
    try {
      return await runWorkload(workload, party, usageOf(server, cpuSeconds), {
        begin: async () => void (profile && (await server.profile())),
        end: async () => void (profile && (await server.keepProfile(profile))),
      });
    } finally {
      await server.stop();
    }
  });
}

/** Of the server and of the database's, which is in processes of its own or in the server. */
function usageOf(server: ChildServer, cpuSeconds: () => number | null = () => 0) {
  return async (): Promise<LiveUsage> => {
    const { cpu, memory } = await server.usage();
    const databaseCpu = (cpuSeconds() ?? 0) * 1_000;
    return { cpu: cpu + databaseCpu, databaseCpu, memory };
  };
}
