import { randomBytes } from 'node:crypto';
import type { Database } from '../database/open-database.ts';

/** What all nodes on one database go by, made by the first of them. */
export async function installationId({ prisma }: Database): Promise<string> {
  const made = randomBytes(9).toString('base64url');
  await prisma.$executeRaw`
    INSERT INTO setting (key, value) VALUES ('installation', ${made}) ON CONFLICT DO NOTHING`;
  const { value } = await prisma.setting.findUniqueOrThrow({ where: { key: 'installation' } });
  return value;
}
