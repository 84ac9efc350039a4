import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NoDatabase, StartError } from './start-error.ts';

/** The major version of PostgreSQL in the installed PGlite. */
const MAJOR = '18';
const FOLDER = `pglite-${MAJOR}`;
const UNFINISHED = `${FOLDER}.unfinished-`;

/**
 * The embedded database's folder in a data folder, created if there is none. Call it with the lock held.
 *
 * It is created under another name and renamed when it is complete, so that a killed start leaves nothing that looks like a database.
 */
export async function prepareDataFolder(dataDir: string): Promise<string> {
  const names = await readdir(dataDir);
  const found = await folderIn(dataDir, names);
  if (found !== null) return found;
  const folder = join(dataDir, FOLDER);
  for (const name of names.filter((name) => name.startsWith(UNFINISHED))) {
    await rm(join(dataDir, name), { recursive: true, force: true });
  }
  const unfinished = join(dataDir, `${UNFINISHED}${process.pid}`);
  const database = await PGlite.create(unfinished);
  await database.close();
  await rename(unfinished, folder);
  return folder;
}

/** Where a copy of the embedded database is put in a data folder of its own. */
export function folderForCopy(dataDir: string): string {
  return join(dataDir, FOLDER);
}

/** The file in a data folder that says where its database was moved to: since then nothing may be written here. */
const MOVED = 'moved-to-postgresql';

/** Notes in a data folder that its database was moved to `place`; refused if it was moved to another one. */
export async function noteMoved(dataDir: string, place: string): Promise<void> {
  await checkNotMoved(dataDir, place);
  await writeFile(join(dataDir, MOVED), `${place}\n`);
}

/** True if the embedded database of a data folder was moved to PostgreSQL. */
export function wasMoved(dataDir: string): boolean {
  return existsSync(join(dataDir, MOVED));
}

/** Throws a `StartError` if the embedded database of a data folder was moved to PostgreSQL, to another place than `except`. */
export async function checkNotMoved(dataDir: string, except?: string): Promise<void> {
  if (!wasMoved(dataDir)) return;
  const place = (await readFile(join(dataDir, MOVED), 'utf8')).trim();
  if (place === except) return;
  throw new StartError(
    `The debates in ${dataDir} were moved to PostgreSQL (${place}). Set DATABASE_URL to it. To go on with the old ones ` +
      `in this folder instead, delete the file ${MOVED} in it.`,
  );
}

/** The embedded database's folder in a data folder; throws a `StartError` if there is none. */
export async function existingDataFolder(dataDir: string): Promise<string> {
  const names = existsSync(dataDir) ? await readdir(dataDir) : [];
  const found = await folderIn(dataDir, names);
  if (found === null)
    throw new NoDatabase(`No database found in ${dataDir}. Set DATA_DIR to a folder that has one.`);
  return found;
}

async function folderIn(dataDir: string, names: readonly string[]): Promise<string | null> {
  const folder = join(dataDir, FOLDER);
  if (names.includes('PG_VERSION')) {
    throw new StartError(
      `${dataDir} is the data folder of a PostgreSQL server. Point DATA_DIR at an empty folder, or use that ` +
        'server through DATABASE_URL.',
    );
  }
  if (names.includes(FOLDER)) {
    await checkVersion(folder);
    return folder;
  }
  const other = names.find((name) => /^pglite-\d+$/.test(name));
  if (other) throw otherVersion(join(dataDir, other), other.slice('pglite-'.length));
  return null;
}

/** Creates the data folder itself. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDir} can't be created: ${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    );
  }
}

async function checkVersion(folder: string): Promise<void> {
  const file = join(folder, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new StartError(`${folder} isn't a Parley database. Move it, or point DATA_DIR at another folder.`);
  }
  const version = (await readFile(file, 'utf8')).trim();
  if (version !== MAJOR) throw otherVersion(folder, version);
}

function otherVersion(folder: string, version: string): StartError {
  return new StartError(
    `The database in ${folder} was made by PostgreSQL ${version}; this release of Parley embeds PostgreSQL ` +
      `${MAJOR} and cannot open it. To move it: start the release that made it and export its debates; move the ` +
      'folder away; then start this release and import them.',
  );
}
