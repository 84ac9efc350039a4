import type { Audience } from '../debate/engine/project.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { namesIn } from '../debate/head/names.ts';
import type { Person } from './server-messages.ts';

/** A participant's names, as the server knows them: no viewer gets all of it. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  /** Drawn if the debate uses pseudonyms; `null` before. */
  readonly pseudonym: string | null;
}

/**
 * People's names as a member of an audience may know them (`null`: all of the audience). Names only leave the server through this function.
 */
export function projectPeople(
  people: readonly KnownPerson[],
  state: DebateState,
  audience: Audience,
  participantId: string | null,
): Person[] {
  const names = namesIn(state);
  return people.flatMap(({ id, name, pseudonym }): Person[] => {
    const knowsName = names === 'shown' || audience === 'moderators' || id === participantId;
    if (names !== 'pseudonyms') return knowsName ? [{ id, name }] : [];
    if (pseudonym === null) return [];
    return [knowsName ? { id, name, pseudonym } : { id, name: pseudonym }];
  });
}
