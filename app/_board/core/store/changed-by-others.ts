import type { ProjectedEntry } from '../../../../domain/debate/engine/entries.ts';

/**
 * Returns the ids of the claims that others changed. The actor counts, not the author: a moderator who turns a comment into a claim made
 * that change, no matter who wrote the comment.
 */
export function changedByOthers(entries: readonly ProjectedEntry[], participantId: string | null): string[] {
  return entries.flatMap(({ effect, actor }) =>
    actor !== participantId && effect.type.startsWith('claim.') && 'claimId' in effect ? effect.claimId : [],
  );
}
