import type { ProjectedEntry } from './entries.ts';

/** Whether an entry erased words: what was known before it has them still. */
export function erasesWords({ effect }: Pick<ProjectedEntry, 'effect'>): boolean {
  return effect.type === 'participant.erased' && effect.words;
}
