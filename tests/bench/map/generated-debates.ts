import { LIMITS } from '#domain/debate/engine/limits.ts';
import { generateDebate } from '#server/cli/generate/generate-debate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { ParleyProcess } from '../../e2e/parley-process.ts';

/** A debate made for the bench. */
export interface GeneratedDebate {
  /** Claims asked for; what the rules refuse is left out, so that there may be a few less. */
  readonly size: number;
  readonly debateId: string;
}

/** The built server, in a process of its own, with a generated debate of each size. */
export async function serveGenerated(
  sizes: readonly number[],
  votesPerClaim = PROPORTIONS.votesPerClaim,
): Promise<{ server: ParleyProcess; debates: GeneratedDebate[] }> {
  const debates: GeneratedDebate[] = [];
  const server = await ParleyProcess.start({
    fill: async (dataDir) => {
      const database = await openDatabase({ dataDir, databaseUrl: undefined });
      for (const claims of sizes) {
        const { debateId } = await generateDebate(database, {
          ...PROPORTIONS,
          votesPerClaim,
          claims: Math.min(claims, LIMITS.claims - ROOM),
        });
        debates.push({ size: claims, debateId });
      }
      await database.close();
    },
  });
  return { server, debates };
}

/** Claims still to be added by the editors; retracted ones count. */
const ROOM = 100;

const PROPORTIONS = { positions: 3, people: 40, votesPerClaim: 4, seed: 1 };
