import type { LogEntry } from './entries.ts';
import { audienceOf } from './project.ts';

/**
 * Whether an entry may have changed which audience this participant belongs to: what was told them before it was another
 * projection, and no entries make the new one of it.
 */
export function mayChangeAudience({ effect }: LogEntry, participantId: string): boolean {
  switch (effect.type) {
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
