import { messages } from '#app/_ui/messages/messages.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';

/** Returns a person's name in a record. */
export function nameIn({ names, view }: ReadRecord, participantId: string): string {
  if (view.participants.get(participantId)?.erased) return messages('people')('erased');
  return names.get(participantId) ?? messages('records')('somebody');
}
