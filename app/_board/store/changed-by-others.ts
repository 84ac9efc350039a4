import type { ProjectedEntry } from '../../../domain/debate/entries.ts';

/**
 * The claims that others changed. Who did it counts, not whose words they are: a moderator who makes a claim of somebody's
 * comment did that themselves.
 */
export function changedByOthers(entries: readonly ProjectedEntry[], participantId: string | null): string[] {
  return entries.flatMap(({ effect, actor }) =>
    actor !== participantId && effect.type.startsWith('claim.') && 'claimId' in effect ? effect.claimId : [],
  );
}
