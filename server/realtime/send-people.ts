import { type Audience, audienceIn } from '../../domain/debate/engine/project.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { namesIn } from '../../domain/debate/head/names.ts';
import { type KnownPerson, projectPeople } from '../../domain/protocol/project-people.ts';
import type { Person } from '../../domain/protocol/server-messages.ts';
import { channel, type LiveServer } from './connection.ts';

/** Names to send of people who joined or were renamed. */
export interface NamesToSend {
  readonly people: readonly KnownPerson[];
  readonly news: 'joined' | 'renamed';
}

/**
 * The names an audience gets. A rename isn't sent to viewers who see no names: it would link a participant to one of another debate who was
 * renamed at the same moment.
 */
export function namesFor(audience: Audience, names: readonly NamesToSend[], state: DebateState): Person[] {
  const isShown = namesIn(state) === 'shown';
  return names.flatMap(({ people, news }) => {
    if (news === 'renamed' && !isShown && audience !== 'moderators') return [];
    return projectPeople(people, state, audience, null);
  });
}

/** Sends people their own names if the debate doesn't show names to everyone. */
export function sendOwnNames(
  io: LiveServer,
  { id: debateId, state }: { readonly id: string; readonly state: DebateState },
  names: readonly NamesToSend[],
): void {
  if (namesIn(state) === 'shown') return;
  for (const person of names.flatMap(({ people }) => people)) {
    const projected = projectPeople([person], state, audienceIn(state, person.id), person.id);
    if (projected.length > 0) io.local.to(channel.participant(debateId, person.id)).emit('people', projected);
  }
}
