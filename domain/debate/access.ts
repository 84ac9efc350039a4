import type { LogEntry } from './entries.ts';

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
    default:
      return false;
  }
}
