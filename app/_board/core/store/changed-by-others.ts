import type { ProjectedEntry } from '#domain/debate/engine/entries.ts';
import type { BoardState } from './board-state.ts';

/**
 * Returns the ids of the claims that others changed. The actor counts, not the author: a moderator who turns a comment into a claim made
 * that change, no matter who wrote the comment.
 */
export function changedByOthers(entries: readonly ProjectedEntry[], participantId: string | null): string[] {
  return entries.flatMap(({ effect, actor }) =>
    actor !== participantId && effect.type.startsWith('claim.') && 'claimId' in effect ? effect.claimId : [],
  );
}

/** Milliseconds for which a claim counts as just changed by someone else. */
const TOUCHED_FOR = 4_000;

/**
 * Returns which claims others changed a moment ago, with those they changed in these entries. A claim that is being typed into keeps its
 * time: one highlight, not one for each key.
 */
export function recentlyChangedAfter(
  entries: readonly ProjectedEntry[],
  { recentlyChanged: before, replica }: Pick<BoardState, 'recentlyChanged' | 'replica'>,
): BoardState['recentlyChanged'] {
  const now = Date.now();
  const recentlyChanged = new Map([...before].filter(([, at]) => now - at < TOUCHED_FOR));
  let isNew = recentlyChanged.size < before.size;
  for (const claimId of changedByOthers(entries, replica.participantId)) {
    if (recentlyChanged.has(claimId)) continue;
    recentlyChanged.set(claimId, now);
    isNew = true;
  }
  return isNew ? recentlyChanged : before;
}
