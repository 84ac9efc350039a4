import { madeInChina2025 } from '#prisma/seed/made-in-china-2025/debate.ts';
import { openDatabase } from '../../database/open-database.ts';
import { checkIsWhole } from '../../database/unfinished-move.ts';
import { readEnv } from '../../env.ts';
import { DatabaseLog } from '../../log/database-log.ts';
import { seedOnce } from '../../services/seed/seed-once.ts';

/** `prisma db seed`: what a first start does to the database of the settings. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const database = await openDatabase({ databaseUrl: env.databaseUrl ?? undefined, dataDir: env.dataDir });
  try {
    await checkIsWhole(database);
    await seedOnce(database, new DatabaseLog(database), Date.now());
    process.stdout.write(`The sample debate is stored, once: /debates/${madeInChina2025.slug}\n`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
