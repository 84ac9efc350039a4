import { setImmediate as restOfTurn } from 'node:timers/promises';
import { Prisma } from '../../prisma/client/client.ts';
import { GatheredQueries } from './gathered-queries.ts';

/** Runs statements that read, and are asked for in the same turn of the event loop, as one. Values arrive as JSON writes them. */
export function sharedStatements(
  run: (statement: Prisma.Sql) => Promise<unknown[]>,
): GatheredQueries<Prisma.Sql, unknown[]> {
  return new GatheredQueries(async (statements) => {
    const columns = statements.map(
      (statement, index) =>
        Prisma.sql`(SELECT coalesce(json_agg(r), '[]') FROM (${statement}) r) AS ${Prisma.raw(`"${index}"`)}`,
    );
    const [row] = (await run(Prisma.sql`SELECT ${Prisma.join(columns)}`)) as Record<number, unknown[]>[];
    return statements.map((_, index) => row?.[index] ?? []);
  }, restOfTurn);
}
