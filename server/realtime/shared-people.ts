import type { Audience } from '../../domain/debate/engine/project.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { namesIn } from '../../domain/debate/head/names.ts';
import { type KnownPerson, projectPeople } from '../../domain/protocol/project-people.ts';
import type { Person } from '../../domain/protocol/server-messages.ts';

const projected = new WeakMap<readonly KnownPerson[], Person[]>();

/** People's names as in `projectPeople`: if all see all names, the same list for all who share a reading of them. */
export function sharedPeople(
  people: readonly KnownPerson[],
  state: DebateState,
  audience: Audience,
  participantId: string | null,
): readonly Person[] {
  if (namesIn(state) !== 'shown') return projectPeople(people, state, audience, participantId);
  const known = projected.get(people) ?? projectPeople(people, state, audience, null);
  projected.set(people, known);
  return known;
}
