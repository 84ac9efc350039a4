import { constants } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Copies a folder except the names directly in it that are left out; files that vanish meanwhile are skipped. */
export async function copyFolder(from: string, to: string, leftOut: readonly string[] = []): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (leftOut.includes(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    // A file system that can clones the file instead.
    const copied = entry.isDirectory()
      ? copyFolder(source, target)
      : copyFile(source, target, constants.COPYFILE_FICLONE);
    await copied.catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}
