import { namesIn } from '../../domain/debate/names.ts';
import { AUDIENCES, audienceIn } from '../../domain/debate/project.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import { type KnownPerson, projectPeople } from '../../domain/protocol/project-people.ts';
import { channel, type LiveServer } from './connection.ts';

/**
 * Tells a debate's connections on this node what people are called who joined, or have another name. That somebody has
 * another name is nothing to those who do not know it: told to them, it would say who in one debate is who in another, where
 * the same happened at that moment.
 */
export function tellPeople(
  io: LiveServer,
  { id: debateId, state }: { readonly id: string; readonly state: DebateState },
  people: readonly KnownPerson[],
  news: 'joined' | 'renamed',
): void {
  const isShown = namesIn(state) === 'shown';
  for (const audience of AUDIENCES) {
    if (news === 'renamed' && !isShown && audience !== 'moderators') continue;
    const told = projectPeople(people, state, audience, null);
    if (told.length > 0) io.local.to(channel.audience(debateId, audience)).emit('people', told);
  }
  if (isShown) return;
  for (const person of people) {
    const told = projectPeople([person], state, audienceIn(state, person.id), person.id);
    if (told.length > 0) io.local.to(channel.participant(debateId, person.id)).emit('people', told);
  }
}
