import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { type ChildServer, startChild } from '../child-server.ts';
import type { Figures } from '../figures.ts';
import { broadcastParty, parleyParty } from './parties.ts';
import { runWorkload } from './run-workload.ts';
import { type DatabaseName, type Meter, meterOf, withParley } from './with-parley.ts';
import { WORKLOADS, type Workload } from './workloads.ts';

/** A workload on each server. */
export interface LiveResult {
  readonly workload: Workload;
  readonly frameBytes: number;
  readonly broadcast: Figures;
  /** The broadcast, once each message is a committed row of PostgreSQL: the least that a durable server does. */
  readonly stored: Figures;
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
 * broadcast of as many messages of the same size, and one that stores each first. A server is started for each workload.
 */
export async function benchLive(
  { only, profiles }: LiveOptions,
  say: (line: string) => void,
): Promise<LiveResult[]> {
  const workloads = WORKLOADS.filter(({ name }) => only.length === 0 || only.includes(name));
  const results: LiveResult[] = [];
  for (const workload of workloads) {
    say(`${workload.name}: Parley on PostgreSQL …`);
    const onPostgres = await measureParley(workload, 'postgresql', profiles);
    say(`${workload.name}: Parley on PGlite …`);
    const onPglite = await measureParley(workload, 'pglite', profiles);
    const frameBytes = Math.round(onPostgres.bytes / onPostgres.figures.operations);
    say(`${workload.name}: a bare ws broadcast of ${frameBytes} bytes …`);
    const broadcast = await measureBroadcast(workload, frameBytes);
    say(`${workload.name}: the same, each message stored first …`);
    const postgres = await startPostgres();
    const stored = await measureBroadcast(workload, frameBytes, postgres).finally(() => postgres.stop());
    results.push({
      workload,
      frameBytes,
      broadcast,
      stored,
      postgresql: onPostgres.figures,
      pglite: onPglite.figures,
    });
  }
  return results;
}

async function measureBroadcast(
  workload: Workload,
  frameBytes: number,
  postgres?: TestPostgres,
): Promise<Figures> {
  const floor = await startChild('serve-broadcast', {
    BENCH_FRAME_BYTES: String(frameBytes),
    BENCH_DATABASE_URL: postgres?.url ?? '',
  });
  const meter = meterOf([floor], postgres?.cpuSeconds);
  const { figures } = await runWorkload(workload, broadcastParty(floor), meter).finally(() => floor.stop());
  return figures;
}

function measureParley(workload: Workload, database: DatabaseName, profiles: string) {
  const path = profiles === '' ? null : `${profiles}/${workload.name}-${database}.cpuprofile`;
  return withParley(database, (server, meter) => runOn(server, meter, workload, path));
}

function runOn(server: ChildServer, meter: Meter, workload: Workload, profile: string | null) {
  return runWorkload(workload, parleyParty([server]), meter, {
    begin: async () => void (profile && (await server.profile())),
    end: async () => void (profile && (await server.keepProfile(profile))),
  });
}
