'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Participant } from '#domain/debate/participants/participant.ts';
import { sortByName } from '../../core/people/sort-by-name.ts';
import { useCalled } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** A participant with their name in this debate. */
export interface NamedParticipant extends Participant {
  readonly name: string;
}

/** Returns all participants whose name contains the query: moderators first, then by name. */
export function useParticipants(wanted: string): readonly NamedParticipant[] {
  const participants = useBoard(({ replica }) => replica.view.participants);
  const people = useBoard((state) => state.people);
  const somebody = useMessages('people')('somebody');
  const called = useCalled();
  return useMemo(() => {
    const sought = wanted.trim().toLocaleLowerCase();
    const named = [...participants.values()]
      .filter(({ erased }) => !erased)
      .map((one) => {
        const person = people.get(one.id);
        return { ...one, name: person ? called(person) : somebody };
      })
      .filter(({ name }) => name.toLocaleLowerCase().includes(sought));
    return sortByName(named, ({ name }) => name).sort((a, b) => rank(a) - rank(b));
  }, [participants, people, somebody, called, wanted]);
}

function rank({ role }: Participant): number {
  return role === 'owner' ? 0 : role === 'moderator' ? 1 : 2;
}
