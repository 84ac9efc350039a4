import type { ProjectedEntry } from '../engine/entries.ts';

/** True if an entry erased words; state from before it may still contain them. */
export function erasesWords({ effect }: Pick<ProjectedEntry, 'effect'>): boolean {
  return effect.type === 'participant.erased' && effect.words;
}
