import type { Effect } from './entries.ts';

/** Id of the claim, link or comment that an effect, or the text in it, is about; null: none. */
export function subjectOf(effect: Effect): string | null {
  if ('claimId' in effect) return effect.claimId;
  if ('linkId' in effect) return effect.linkId;
  if ('commentId' in effect) return effect.commentId;
  if ('sourceId' in effect) return effect.sourceId;
  switch (effect.type) {
    case 'content.locked':
    case 'content.unlocked':
    case 'flag.set':
    case 'flag.cleared':
    case 'flag.answered':
      return effect.on;
    case 'text.sealed':
      // A source's texts are named after it and their field.
      return effect.text.split('.', 1)[0] ?? null;
    default:
      return null;
  }
}
