import { setImmediate as restOfTurn } from 'node:timers/promises';
import { Prisma } from '../../prisma/client/client.ts';
import { isTooSlow } from './database-unavailable.ts';
import { GatheredQueries } from './gathered-queries.ts';

/**
 * Runs statements that read, and are asked for in the same turn of the event loop, as one. If that fails, each runs alone, so that one that
 * waits for a lock doesn't fail the others. Values arrive as JSON writes them.
 */
export function sharedStatements(
  run: (statement: Prisma.Sql) => Promise<unknown[]>,
): GatheredQueries<Prisma.Sql, unknown[]> {
  return new GatheredQueries(async (statements) => {
    const columns = statements.map(
      (statement, index) =>
        Prisma.sql`(SELECT coalesce(json_agg(shared_row), '[]') FROM (${statement}) shared_row) AS ${Prisma.raw(`"${index}"`)}`,
    );
    const [row] = await run(Prisma.sql`SELECT ${Prisma.join(columns)}`).catch((error: unknown) => {
      // The database could be reached, so each statement is worth running alone.
      if (statements.length > 1 && isTooSlow(error))
        throw new Error('One of the statements of a turn took too long.', { cause: error });
      throw error;
    });
    return statements.map((_, index) => (row as Record<number, unknown[]> | undefined)?.[index] ?? []);
  }, restOfTurn);
}
