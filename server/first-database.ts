import { existsSync } from 'node:fs';
import { openDatabase } from './database/open-database.ts';
import { StartError } from './database/start-error.ts';
import { readEnv } from './env.ts';
import { DatabaseLog } from './log/database-log.ts';
import { seedOnce } from './services/seed/seed-once.ts';

/**
 * Creates, migrates and seeds the embedded database before a server's very first start, while the pages are built. It only saves time: if
 * it is interrupted, the server goes on where it was, and the server reports what is wrong with the settings or the folder.
 */
async function main(): Promise<void> {
  const { databaseUrl, dataDir } = readEnv(process.env);
  if (databaseUrl !== null || existsSync(dataDir)) return;
  const database = await openDatabase({ dataDir });
  try {
    await seedOnce(database, new DatabaseLog(database), Date.now());
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof StartError)) throw error;
});
