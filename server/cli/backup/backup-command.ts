import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Database, openDatabase, readDatabase } from '../../database/open-database.ts';
import { StartError } from '../../database/start-error.ts';
import { readEnv } from '../../env.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const USAGE =
  'Usage: npm run --silent backup -- FILE, npm run --silent restore -- FILE (see docs/operating.md)';

/** `backup FILE` or `restore FILE`, for the configured database. */
async function main(): Promise<void> {
  const { action, path } = readArguments();
  const { databaseUrl, dataDir } = readEnv(process.env);
  if (action === 'backup' && existsSync(path))
    throw new StartError(`"${path}" already exists. Choose a new file, so that no backup is lost.`);
  if (action === 'restore' && !existsSync(path)) throw new StartError(`File "${path}" not found.`);
  const open = action === 'backup' ? readDatabase : openDatabase;
  const database = await open({ databaseUrl: databaseUrl ?? undefined, dataDir });
  try {
    process.stderr.write(`${await carryOut(action, database, path)}\n`);
  } finally {
    await database.close();
  }
}

async function carryOut(action: Action, database: Database, path: string): Promise<string> {
  return action === 'backup'
    ? `${await writeBackup(database, path)} rows written to ${path}`
    : `${await restoreBackup(database, path)} rows restored`;
}

type Action = 'backup' | 'restore';

function readArguments(): { action: Action; path: string } {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [action, path, ...more] = positionals;
  if ((action !== 'backup' && action !== 'restore') || path === undefined || more.length > 0)
    throw new StartError(USAGE);
  // npm runs scripts in the project's folder, wherever it was called.
  return { action, path: resolve(process.env.INIT_CWD ?? process.cwd(), path) };
}

main().catch((error: unknown) => {
  const expected = error instanceof StartError || (error instanceof TypeError && 'code' in error);
  process.stderr.write(
    `parley: ${expected ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
});
