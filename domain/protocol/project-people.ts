import type { Audience } from '../debate/engine/project.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { namesIn } from '../debate/participants/names.ts';
import type { Person } from './server-messages.ts';

/** What a participant is called, as the server knows it: nobody is told all of it. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  /** Drawn where a debate gives pseudonyms; null before. */
  readonly pseudonym: string | null;
}

/**
 * What people are called, as somebody of an audience may know it (null: all of the audience). The only way names leave the
 * server.
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
