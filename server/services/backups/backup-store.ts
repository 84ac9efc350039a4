import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A place of backups. Other files there are left alone. */
export interface BackupStore {
  /** The names of what is there, those of other files too. */
  names(): Promise<readonly string[]>;
  /** Stores a backup that `make` writes to a path. */
  store(name: string, make: (path: string) => Promise<void>): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Backups in a folder of this machine. */
export function backupFolder(folder: string): BackupStore {
  return {
    names: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return readdir(folder);
    },
    store: (name, make) => make(join(folder, name)),
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}
