'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Names } from '#domain/debate/head/head.ts';
import { isAnonymous, namesIn } from '#domain/debate/head/names.ts';
import { type Numbered, numberedName } from '#domain/debate/participants/namesakes.ts';
import type { Person } from '#domain/protocol/server-messages.ts';
import { useBoard } from '../store/board-context.tsx';

/** Returns how authors' names are disclosed in this debate. */
export function useNames(): Names {
  return useBoard(({ replica }) => namesIn(replica.view));
}

/** Returns a person's name for places with room for one name only; undefined if it is unknown. */
export function shortName(person: Numbered<Person> | undefined): string | undefined {
  return person?.pseudonym ?? (person && numberedName(person));
}

/** Returns a function that formats a person's name: the pseudonym by which others know them and the name, if both are disclosed. */
export function useCalled(): (person: Numbered<Person>) => string {
  const t = useMessages('names');
  return useCallback(
    (person) => {
      const { name, pseudonym } = person;
      return pseudonym ? t('pseudonymAndName', { pseudonym, name }) : numberedName(person);
    },
    [t],
  );
}

/** The viewer, if that is disclosed to nobody else: their name there would look as if others saw it. */
const OWN = 'own';
/** An erased person has the same name for everyone. */
const ERASED = 'erased';

/** Returns an author's name beside what they wrote; undefined if it is unknown. */
export function useName(participantId: string): string | undefined {
  const t = useMessages('names');
  const called = useCalled();
  const person = usePerson(participantId);
  const erased = useMessages('people')('erased');
  if (person === OWN) return t('you');
  if (person === ERASED) return erased;
  return person && called(person);
}

/** The same for places with room for one name only. */
export function useShortName(participantId: string): string | undefined {
  const t = useMessages('names');
  const erased = useMessages('people')('erased');
  const person = usePerson(participantId);
  if (person === OWN) return t('you');
  return person === ERASED ? erased : shortName(person);
}

/** Returns an author's name for paper, which is passed on: as in files, the one name that others know, and none in an anonymous debate. */
export function usePrintedName(participantId: string): string | undefined {
  const name = useShortName(participantId);
  return useNames() === 'anonymous' ? undefined : name;
}

function usePerson(participantId: string): Numbered<Person> | typeof OWN | typeof ERASED | undefined {
  return useBoard(({ people, replica }) => {
    if (replica.view.participants.get(participantId)?.erased) return ERASED;
    const isOwn = participantId === replica.participantId;
    return isOwn && isAnonymous(replica.view) ? OWN : people.get(participantId);
  });
}
