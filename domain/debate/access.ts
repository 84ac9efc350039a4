import type { LogEntry } from './entries.ts';
import { audienceOf } from './project.ts';
import type { RejectionCode } from './rejections.ts';

/**
 * Whether an entry may have changed which audience this participant belongs to: what was told them before it was another
 * projection, and no entries make the new one of it.
 */
export function mayChangeAudience({ effect }: LogEntry, participantId: string): boolean {
  switch (effect.type) {
    case 'participant.appointed':
    case 'participant.admitted':
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
  if (effect.type !== 'participant.admitted' || effect.participantId !== participantId) return null;
  return effect.standing === 'in' ? null : effect.standing;
}
