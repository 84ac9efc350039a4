import { messages } from '#app/_ui/messages/messages.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';

/** Returns a person's name in a record, for its reader. */
export function nameIn({ people, view }: ReadRecord, participantId: string): string {
  if (view.participants.get(participantId)?.erased) return messages('people')('erased');
  const person = people.find(({ id }) => id === participantId);
  if (!person) return messages('records')('somebody');
  const { name, pseudonym } = person;
  return pseudonym ? messages('names')('pseudonymAndName', { pseudonym, name }) : name;
}
