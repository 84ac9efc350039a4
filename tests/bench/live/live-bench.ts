import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { type ChildServer, startChild } from '../child-server.ts';
import type { Figures } from '../figures.ts';
import { broadcastParty, type Party, parleyParty, socketIoParty } from './parties.ts';
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
  /** The same by Socket.IO: one row, one answer and one frame for each message. */
  readonly socketIo: Figures;
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
 * broadcast of as many messages of the same size, one that stores each first, and the same by Socket.IO. A server is started for each workload.
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
    const broadcast = await measureFloor(workload, frameBytes, BROADCAST);
    say(`${workload.name}: the same, each message stored first …`);
    const stored = await withPostgres((postgres) => measureFloor(workload, frameBytes, BROADCAST, postgres));
    say(`${workload.name}: the same by Socket.IO …`);
    const socketIo = await withPostgres((postgres) =>
      measureFloor(workload, frameBytes, SOCKET_IO, postgres),
    );
    results.push({
      workload,
      frameBytes,
      broadcast,
      stored,
      socketIo,
      postgresql: onPostgres.figures,
      pglite: onPglite.figures,
    });
  }
  return results;
}

/** A server that does the least, and how to speak to it. */
interface Floor {
  readonly program: string;
  readonly party: (server: ChildServer) => Party;
}

const BROADCAST: Floor = { program: 'serve-broadcast', party: broadcastParty };
const SOCKET_IO: Floor = { program: 'serve-socket-io', party: socketIoParty };

async function measureFloor(
  workload: Workload,
  frameBytes: number,
  { program, party }: Floor,
  postgres?: TestPostgres,
): Promise<Figures> {
  const server = await startChild(program, {
    BENCH_FRAME_BYTES: String(frameBytes),
    BENCH_DATABASE_URL: postgres?.url ?? '',
  });
  const meter = meterOf([server], postgres?.cpuSeconds);
  const { figures } = await runWorkload(workload, party(server), meter).finally(() => server.stop());
  return figures;
}

async function withPostgres<T>(use: (postgres: TestPostgres) => Promise<T>): Promise<T> {
  const postgres = await startPostgres();
  return use(postgres).finally(() => postgres.stop());
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
