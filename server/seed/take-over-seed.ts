import type { Database } from '../database/open-database.ts';
import { HOST } from './seed-operations.ts';

/**
 * Makes somebody the owner of the seeded debate, in place of its host on paper. Who took part in it before goes on as the
 * owner: what they wrote keeps their name, and the host's row is theirs.
 */
export async function takeOverSeed({ prisma }: Database, userId: string): Promise<void> {
  const seeded = await prisma.setting.findUnique({ where: { key: 'seeded' } });
  if (seeded === null) return;
  const debateId = seeded.value;
  await prisma.$transaction(async (step) => {
    const host = await step.participant.findUnique({ where: { debateId_id: { debateId, id: HOST } } });
    if (host === null) return;
    const { name } = await step.user.findUniqueOrThrow({ where: { id: userId } });
    // One person is one participant of a debate: who they were is let go of first, and kept as nobody's.
    const paper = await step.user.create({ data: { id: `u_seed-former-${userId}`, name } });
    await step.participant.updateMany({ where: { debateId, userId }, data: { userId: paper.id } });
    await step.participant.update({ where: { debateId_id: { debateId, id: HOST } }, data: { userId, name } });
  });
}
