import type { Database } from '../../database/open-database.ts';
import { ReadMarksStore } from '../participants/read-marks.ts';
import { HOST } from './seed-operations.ts';

/**
 * Makes a person the owner of the seeded debate, replacing its nominal host. A person who took part in it before becomes the owner: what
 * they wrote keeps their name, and they get the host's row. Nothing in it is unread on their first visit.
 */
export async function takeOverSeed(database: Database, userId: string): Promise<void> {
  const { prisma } = database;
  const seeded = await prisma.setting.findUnique({ where: { key: 'seeded' } });
  if (seeded === null) return;
  const debateId = seeded.value;
  const isTaken = await prisma.$transaction(async (step) => {
    const host = await step.participant.findUnique({ where: { debateId_id: { debateId, id: HOST } } });
    if (host === null) return false;
    const { name } = await step.user.findUniqueOrThrow({ where: { id: userId } });
    // One person is one participant of a debate: their earlier one is released first, and kept without a person.
    const paper = await step.user.create({ data: { id: `u_seed-former-${userId}`, name } });
    await step.participant.updateMany({ where: { debateId, userId }, data: { userId: paper.id } });
    await step.participant.update({ where: { debateId_id: { debateId, id: HOST } }, data: { userId, name } });
    return true;
  });
  if (!isTaken) return;
  const last = await prisma.logEntry.findFirst({ where: { debateId }, orderBy: { seq: 'desc' } });
  await new ReadMarksStore(database).begin(debateId, HOST, Number(last?.at ?? 0));
}
