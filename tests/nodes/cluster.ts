import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { type Balancer, startBalancer } from './balancer.ts';

/** Two nodes or more of one installation, each a process of its own, with their database, their Redis and a proxy. */
export interface Cluster {
  readonly origin: string;
  readonly balancer: Balancer;
  readonly postgres: TestPostgres;
  readonly redis: TestRedis;
  node(index: number): ServerProcess;
  /** Ends a node by this signal: the proxy finds it gone. */
  end(index: number, signal: NodeJS.Signals): Promise<number | null>;
  /** Starts it again, on another port. */
  start(index: number): Promise<void>;
  stop(): Promise<void>;
}

const SECRET = 'the same on every node, and longer than that';

/** Starts them; all nodes at once, on an empty database. */
export async function startCluster({ size = 2, redis: redisOptions = {} } = {}): Promise<Cluster> {
  const [postgres, redis, balancer, dataDir] = await Promise.all([
    startPostgres(),
    startRedis(redisOptions),
    startBalancer(),
    mkdtemp(join(tmpdir(), 'parley-nodes-')),
  ]);
  const nodes: ServerProcess[] = [];
  const tellBalancer = () => {
    balancer.nodes = nodes.filter((node) => node.isAlive).map(({ origin }) => origin);
  };
  const start = async (index: number) => {
    nodes[index] = await startServerProcess({
      APP_URL: balancer.origin,
      DATA_DIR: join(dataDir, String(index)),
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      AUTH_SECRET: SECRET,
    });
    tellBalancer();
  };
  await Promise.all(Array.from({ length: size }, (_, index) => start(index)));
  const node = (index: number) => nodes[index] ?? fail(index);
  return {
    origin: balancer.origin,
    balancer,
    postgres,
    redis,
    node,
    end: async (index, signal) => {
      const code = await node(index).end(signal);
      tellBalancer();
      return code;
    },
    start,
    stop: async () => {
      await Promise.all(nodes.map((each) => each.end('SIGKILL')));
      await Promise.all([postgres.stop(), redis.stop(), balancer.stop()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function fail(index: number): never {
  throw new Error(`There is no node ${index}`);
}
