import { madeInChina2025 } from '#prisma/seed/made-in-china-2025/debate.ts';
import type { Database } from '../../database/open-database.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { storeSeed } from './store-seed.ts';

/**
 * Seeds the demonstration debate on the very first start. If it is killed halfway, the next start completes it; several nodes may do it at
 * once. `now` is the server's time, at which its last entry was written.
 */
export async function seedOnce(database: Database, log: OperationLog, now: number): Promise<void> {
  const { prisma } = database;
  if (await prisma.setting.findUnique({ where: { key: 'seeded' } })) return;
  const debateId = await storeSeed(database, log, madeInChina2025, now);
  await prisma.setting.createMany({ data: { key: 'seeded', value: debateId }, skipDuplicates: true });
}
