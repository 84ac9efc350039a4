import type { PrismaClient } from '#prisma/client/client.ts';
import { drawPseudonym } from './draw-pseudonym.ts';

/** Another node may draw at the same moment: then its pseudonyms are read, and the rest drawn again. */
const TRIES = 5;

/** Draws a pseudonym for each participant of a debate who has none yet. Existing ones stay. */
export async function drawPseudonyms(prisma: PrismaClient, debateId: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    const rows = await prisma.participant.findMany({
      where: { debateId },
      select: { id: true, pseudonym: true },
    });
    const without = rows.filter(({ pseudonym }) => pseudonym === null).map(({ id }) => id);
    if (without.length === 0) return;
    const taken = new Set(rows.flatMap(({ pseudonym }) => pseudonym ?? []));
    const drawn = without.map(() => {
      const pseudonym = drawPseudonym(taken);
      taken.add(pseudonym);
      return pseudonym;
    });
    try {
      await prisma.$executeRaw`
        UPDATE participant SET pseudonym = drawn.pseudonym
        FROM unnest(${without}::text[], ${drawn}::text[]) AS drawn (id, pseudonym)
        WHERE participant.debate_id = ${debateId} AND participant.id = drawn.id AND participant.pseudonym IS NULL`;
    } catch (error) {
      if (tried === TRIES) throw error;
    }
  }
}
