import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../database/start-error.ts';

/** The server's secrets. The first seals and signs everything new; what the others sealed and signed is still accepted. */
export type AuthSecrets = readonly [current: string, ...previous: string[]];

/**
 * The secrets of this server: the configured one, otherwise one created on the first start and kept in the data folder; then the previous
 * one during a rotation (`AUTH_SECRET_PREVIOUS`). A file that can't be read is a `StartError`: a new secret would end every sign-in.
 */
export async function authSecrets(
  configured: string | null,
  previous: string | null,
  dataDir: string,
): Promise<AuthSecrets> {
  const current = configured ?? (await ownSecret(dataDir));
  return previous === null || previous === current ? [current] : [current, previous];
}

async function ownSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'auth-secret');
  const kept = await readKept(path);
  if (kept.trim().length >= 32) return kept.trim();
  const made = randomBytes(32).toString('base64url');
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, `${made}\n`, { mode: 0o600 });
  return made;
}

/** The text of the file with the secret; empty if there is none. */
async function readKept(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new StartError(
      `The server's secret in ${path} can't be read (${code}). Let the server's user read this file, or set AUTH_SECRET to the secret in it.`,
    );
  }
}
