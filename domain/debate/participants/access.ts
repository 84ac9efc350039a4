import type { LogEntry } from '../engine/entries.ts';
import { audienceOf } from '../engine/project.ts';
import type { RejectionCode } from '../engine/rejections.ts';

/**
 * True if what a participant, or a reader without a name (null), received before an entry may be another projection than what they see
 * after it: their audience changes, or names are shown to fewer people. Later entries cannot turn one into the other.
 */
export function mayChangeProjection({ effect }: LogEntry, participantId: string | null): boolean {
  switch (effect.type) {
    case 'debate.configured':
      return effect.names !== undefined;
    case 'participant.appointed':
    case 'participant.membershipChanged':
    case 'participant.erased':
    case 'debate.transferred':
      return effect.participantId === participantId;
    case 'participant.joined':
      // Others see what readers see, and need no new projection.
      return effect.participantId === participantId && audienceOf(effect.role) === 'moderators';
    default:
      return false;
  }
}

/**
 * The reason why an entry excludes someone from the debate, even if a later entry lets them in again; null: it does not. Until then their
 * operations may have been rejected for it.
 */
export function keepsOut({ actor, effect }: LogEntry, participantId: string): RejectionCode | null {
  // Its owner, who alone can delete a debate, can still read it.
  if (effect.type === 'debate.deleted')
    return effect.deleted && actor !== participantId ? 'debate_closed' : null;
  if (effect.type === 'debate.restricted')
    return effect.restriction !== 'closed' && effect.reason !== null ? 'debate_closed' : null;
  if (effect.type !== 'participant.membershipChanged' || effect.participantId !== participantId) return null;
  return effect.membership === 'member' ? null : effect.membership;
}
