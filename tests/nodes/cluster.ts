import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { type BundledServer, bundleServer } from './bundled-server.ts';

/** Some nodes of one installation, each a process of its own, with their database, their Redis and a proxy before them. */
export interface Cluster {
  /** The address people use. */
  readonly origin: string;
  readonly balancer: Balancer;
  readonly postgres: TestPostgres;
  readonly redis: TestRedis;
  /** How many nodes there are. */
  readonly size: number;
  node(index: number): ServerProcess;
  /** Ends a node by this signal; its exit code. */
  end(index: number, signal: NodeJS.Signals): Promise<number | null>;
  /** Starts it again, on another port. */
  start(index: number): Promise<void>;
  /** The program of nodes that start from now on. */
  program: BundledServer;
  /** Cuts a node off from Redis, and from nothing else, until `mend`. */
  cut(index: number): void;
  mend(index: number): void;
  stop(): Promise<void>;
}

const SECRET = 'the same on every node, and longer than that';

export interface ClusterOptions {
  /** True if Redis is away until it is started. */
  readonly absent?: boolean;
  readonly nodes?: number;
  /** The program that nodes begin with; by default this one. */
  readonly program?: BundledServer;
  /** The size of the database's own disk; see `TestPostgresOptions`. */
  readonly diskMegabytes?: number;
}

/** Starts some nodes at once, on an empty database. */
export async function startCluster({
  absent = false,
  nodes: count = 2,
  program: begun,
  diskMegabytes,
}: ClusterOptions = {}): Promise<Cluster> {
  const [postgres, redis, balancer, dataDir, program] = await Promise.all([
    startPostgres({ diskMegabytes }),
    startRedis({ absent }),
    startBalancer(),
    mkdtemp(join(tmpdir(), 'parley-nodes-')),
    begun ?? bundleServer(),
  ]);
  const redisPort = portOf(redis.url);
  const wires = await Promise.all(Array.from({ length: count }, () => startBalancer(redisPort)));
  const origin = `http://127.0.0.1:${balancer.port}`;
  const nodes: ServerProcess[] = [];
  const noteNodes = () => {
    balancer.ports = nodes.filter((node) => node.isAlive).map((node) => portOf(node.origin));
  };
  const start = async (index: number) => {
    nodes[index] = await startServerProcess(
      {
        APP_URL: origin,
        DATA_DIR: join(dataDir, String(index)),
        DATABASE_URL: postgres.url,
        REDIS_URL: `redis://127.0.0.1:${at(wires, index).port}`,
        AUTH_SECRET: SECRET,
      },
      ['--expose-gc', cluster.program.file],
      cluster.program.root,
    );
    noteNodes();
  };
  const cluster: Cluster = {
    origin,
    program,
    balancer,
    postgres,
    redis,
    size: count,
    node: (index) => at(nodes, index),
    end: async (index, signal) => {
      const code = await at(nodes, index).end(signal);
      noteNodes();
      return code;
    },
    start,
    cut: (index) => {
      at(wires, index).ports = [];
      at(wires, index).drop();
    },
    mend: (index) => {
      at(wires, index).ports = [redisPort];
    },
    stop: async () => {
      await Promise.all(nodes.map((node) => node.end('SIGKILL')));
      await Promise.all([postgres, redis, balancer, ...wires].map((part) => part.stop()));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await Promise.all(wires.map((_, index) => start(index)));
  return cluster;
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

function at<T>(of: readonly T[], index: number): T {
  const one = of[index];
  if (one === undefined) throw new Error(`There is no node ${index}`);
  return one;
}
