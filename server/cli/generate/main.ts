import { parseArgs } from 'node:util';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { openDatabase } from '../../database/open-database.ts';
import { StartError } from '../../database/start-error.ts';
import { readEnv } from '../../env.ts';
import { generateDebate } from './generate-debate.ts';

/** `npm run generate -- --claims 10000`: creates a debate of that size in the database, and prints its address. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      claims: { type: 'string', default: '1000' },
      positions: { type: 'string', default: '3' },
      people: { type: 'string', default: '40' },
      votes: { type: 'string', default: '4' },
      seed: { type: 'string', default: '1' },
    },
  });
  const size = {
    claims: whole('claims', values.claims, LIMITS.claims),
    positions: whole('positions', values.positions, LIMITS.positions),
    people: whole('people', values.people, LIMITS.participants),
    votesPerClaim: whole('votes', values.votes, LIMITS.participants),
    seed: whole('seed', values.seed, 2 ** 32 - 1),
  };
  const env = readEnv(process.env);
  const database = await openDatabase({ databaseUrl: env.databaseUrl ?? undefined, dataDir: env.dataDir });
  try {
    const made = await generateDebate(database, size);
    process.stdout.write(`${made.claims} claims, ${made.entries} entries: /debates/${made.debateId}\n`);
  } finally {
    await database.close();
  }
}

function whole(name: string, value: string, largest: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= largest) return number;
  throw new StartError(`--${name} must be a whole number from 1 to ${largest}.`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
