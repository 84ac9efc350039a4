import { startPostgres } from '../../support/postgres.ts';
import { startRedis } from '../../support/redis.ts';
import type { Figures } from '../figures.ts';
import { withDataDir } from '../with-data-dir.ts';
import { parleyParty } from './parties.ts';
import { runWorkload } from './run-workload.ts';
import { meterOf, startParley } from './with-parley.ts';
import { SEMINAR } from './workloads.ts';

export interface NodesResult {
  readonly one: Figures;
  readonly two: Figures;
}

/** One seminar on one server, and on two that share a PostgreSQL and a Redis, with half of the people on each. */
export async function benchNodes(say: (line: string) => void): Promise<NodesResult> {
  say('nodes: one …');
  const one = await measure(1);
  say('nodes: two …');
  return { one, two: await measure(2) };
}

async function measure(count: number): Promise<Figures> {
  const postgres = await startPostgres();
  const redis = await startRedis();
  return withDataDir(async (dataDir) => {
    const env = {
      DATA_DIR: dataDir,
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      AUTH_SECRET: 'a secret of the bench, the same on every node',
    };
    const nodes = [await startParley(env)];
    while (nodes.length < count) nodes.push(await startParley(env));
    const meter = meterOf(nodes, postgres.cpuSeconds);
    return runWorkload(SEMINAR, parleyParty(nodes), meter)
      .then(({ figures }) => figures)
      .finally(() => Promise.all(nodes.map((node) => node.stop())));
  }).finally(() => Promise.all([postgres.stop(), redis.stop()]));
}

/** Two servers beside one, as a table. */
export function nodesTable({ one, two }: NodesResult): string {
  const line = (cells: readonly string[]) =>
    `${cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(14))).join('')}\n`;
  const row = (label: string, figures: Figures) =>
    line([
      label,
      ...[figures.lost, figures.refused].map(String),
      ...[figures.p50, figures.p99, figures.answered, figures.cpuPerThousand].map((value) =>
        value.toFixed(1),
      ),
    ]);
  return [
    line(['', 'lost', 'refused', 'p50 ms', 'p99 ms', 'answer p99', 'CPU ms/1000']),
    row('one node', one),
    row('two nodes', two),
    `p99 of two nodes to one: ${(two.p99 / one.p99).toFixed(2)} (3 at most)\n`,
  ].join('');
}
