import { SECRET_FINGERPRINT } from '../../server/auth/secrets/secret-fingerprint.ts';
import { openDatabase } from '../../server/database/open-database.ts';

/** Makes a database that a server was stopped on into one that any secret may serve: a template for servers with secrets of their own. */
export async function forgetSecret(place: { databaseUrl?: string; dataDir: string }): Promise<void> {
  const database = await openDatabase(place);
  await database.prisma.setting.deleteMany({ where: { key: SECRET_FINGERPRINT } });
  await database.close();
}
