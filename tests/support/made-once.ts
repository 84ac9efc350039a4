import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The path of what `make` makes, once in a run of the tests, whatever process needs it first. */
export async function madeOnce(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const shared = process.env.PARLEY_TESTS_SHARED;
  if (shared === undefined) throw new Error('The global setup of the tests has not run');
  const ready = join(shared, name);
  const making = join(shared, `in-the-making-${name}`);
  const failed = `${making}.failed`;
  if (!existsSync(ready) && (await isOurs(making))) {
    try {
      await make(making);
      await rename(making, ready);
    } catch (error) {
      await writeFile(failed, '');
      throw error;
    }
  }
  // Asked again and again: another process makes it, and only the name shows that.
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error(`Another process could not make "${name}"; see its error`);
    await pause(20);
  }
  return ready;
}

/** Tests whether this process has to make something; the name stays taken afterwards. */
async function isOurs(path: string): Promise<boolean> {
  return mkdir(`${path}.taken`).then(
    () => true,
    () => false,
  );
}
