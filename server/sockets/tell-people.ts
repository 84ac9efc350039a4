import { namesIn } from '../../domain/debate/names.ts';
import { type Audience, audienceIn } from '../../domain/debate/project.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import { type KnownPerson, projectPeople } from '../../domain/protocol/project-people.ts';
import type { Person } from '../../domain/protocol/server-messages.ts';
import { channel, type LiveServer } from './connection.ts';

/** Names to tell: of people who joined, or have another name. */
export interface NamesToTell {
  readonly people: readonly KnownPerson[];
  readonly news: 'joined' | 'renamed';
}

/**
 * What an audience is told of names. That somebody has another name is nothing to those who do not know it: told to them, it
 * would say who in one debate is who in another, where the same happened at that moment.
 */
export function namesFor(audience: Audience, names: readonly NamesToTell[], state: DebateState): Person[] {
  const isShown = namesIn(state) === 'shown';
  return names.flatMap(({ people, news }) => {
    if (news === 'renamed' && !isShown && audience !== 'moderators') return [];
    return projectPeople(people, state, audience, null);
  });
}

/** Tells people their own names, where others are not told them. */
export function tellOwnNames(
  io: LiveServer,
  { id: debateId, state }: { readonly id: string; readonly state: DebateState },
  names: readonly NamesToTell[],
): void {
  if (namesIn(state) === 'shown') return;
  for (const person of names.flatMap(({ people }) => people)) {
    const told = projectPeople([person], state, audienceIn(state, person.id), person.id);
    if (told.length > 0) io.local.to(channel.participant(debateId, person.id)).emit('people', told);
  }
}
