import type { LogEntry } from '../engine/entries.ts';
import { audienceOf } from '../engine/project.ts';
import type { RejectionCode } from '../engine/rejections.ts';

/**
 * Whether what a participant, or a reader without a name (null), was told before an entry may be another projection than what
 * they see after it: they belong to another audience, or names are told to fewer. No entries make the new one of it.
 */
export function mayChangeProjection({ effect }: LogEntry, participantId: string | null): boolean {
  switch (effect.type) {
    case 'debate.configured':
      return effect.names !== undefined;
    case 'participant.appointed':
    case 'participant.admitted':
    case 'participant.erased':
    case 'debate.transferred':
      return effect.participantId === participantId;
    case 'participant.joined':
      // Others see what who only reads sees, and need not be told it anew.
      return effect.participantId === participantId && audienceOf(effect.role) === 'moderators';
    default:
      return false;
  }
}

/**
 * Why an entry keeps somebody out of the debate, also where one after it lets them in again; null: it does not. Until then
 * they may have been told that what they had asked for is refused.
 */
export function keepsOut({ actor, effect }: LogEntry, participantId: string): RejectionCode | null {
  // Its owner, who alone deletes a debate, goes on reading it.
  if (effect.type === 'debate.deleted')
    return effect.deleted && actor !== participantId ? 'debate_closed' : null;
  if (effect.type === 'debate.restricted')
    return effect.restriction !== 'closed' && effect.reason !== null ? 'debate_closed' : null;
  if (effect.type !== 'participant.admitted' || effect.participantId !== participantId) return null;
  return effect.standing === 'in' ? null : effect.standing;
}
