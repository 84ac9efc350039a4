import type { Effect } from './entries.ts';

/** The claim, link or comment that an effect is about, or its text; null: none of these. */
export function subjectOf(effect: Effect): string | null {
  if ('claimId' in effect) return effect.claimId;
  if ('linkId' in effect) return effect.linkId;
  if ('commentId' in effect) return effect.commentId;
  if ('sourceId' in effect) return effect.sourceId;
  switch (effect.type) {
    case 'content.locked':
    case 'content.unlocked':
    case 'mark.put':
    case 'mark.taken':
    case 'mark.answered':
      return effect.on;
    case 'text.sealed':
      // A source's texts are named by it and their field.
      return effect.text.split('.', 1)[0] ?? null;
    default:
      return null;
  }
}
