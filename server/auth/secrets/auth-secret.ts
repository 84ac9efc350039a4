import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The server's secrets. The first seals and signs everything new; what the others sealed and signed is still accepted. */
export type AuthSecrets = readonly [current: string, ...previous: string[]];

/**
 * The secrets of this server: the configured one, otherwise one created on the first start and kept in the data folder; then the previous
 * one during a rotation (`AUTH_SECRET_PREVIOUS`).
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
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.trim().length >= 32) return kept.trim();
  const made = randomBytes(32).toString('base64url');
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, `${made}\n`, { mode: 0o600 });
  return made;
}
