import { randomBytes } from 'node:crypto';
import type { Database } from '../../database/open-database.ts';

/** The id shared by all nodes on one database, created by the first of them. */
export async function installationId({ prisma }: Database): Promise<string> {
  const key = 'installation';
  const made = randomBytes(9).toString('base64url');
  await prisma.setting.createMany({ data: { key, value: made }, skipDuplicates: true });
  const { value } = await prisma.setting.findUniqueOrThrow({ where: { key } });
  return value;
}
