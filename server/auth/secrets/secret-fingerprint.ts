import type { Database } from '../../database/open-database.ts';
import type { AuthSecrets } from './auth-secret.ts';
import { keysFor } from './secret-box.ts';

/** The row of the server's settings with the fingerprint of the secret it was last started with. */
export const SECRET_FINGERPRINT = 'secret_fingerprint';

/**
 * Stores the fingerprint of the current secret for the next start. False if the database was last served with another secret than these: what that one sealed
 * can't be opened. The fingerprint is a key without a use, so it reveals nothing of the secret.
 */
export async function rememberSecret({ prisma }: Database, secrets: AuthSecrets): Promise<boolean> {
  const [current, ...previous] = keysFor(secrets, 'parley fingerprint');
  const key = SECRET_FINGERPRINT;
  const value = fingerprintOf(current);
  const stored = (await prisma.setting.findUnique({ where: { key } }))?.value;
  if (stored === value) return true;
  await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  return stored === undefined || previous.some((other) => fingerprintOf(other) === stored);
}

function fingerprintOf(key: Buffer): string {
  return key.toString('base64url');
}
