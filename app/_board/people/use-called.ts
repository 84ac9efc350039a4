'use client';

import { useCallback } from 'react';
import { isAnonymous, namesIn } from '../../../domain/debate/participants/names.ts';
import { type Numbered, numberedName } from '../../../domain/debate/participants/namesakes.ts';
import type { Names } from '../../../domain/debate/settings/head.ts';
import type { Person } from '../../../domain/protocol/server-messages.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard } from '../store/board-context.tsx';

/** What is told here of who wrote what. */
export function useNames(): Names {
  return useBoard(({ replica }) => namesIn(replica.view));
}

/** What somebody is called where there is room for one name only; undefined where it is not known. */
export function shortName(person: Numbered<Person> | undefined): string | undefined {
  return person?.pseudonym ?? (person && numberedName(person));
}

/** Says what somebody is called: by the pseudonym others know them by and the name, where one is told both. */
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

/** Oneself, where that is told to nobody else: one's name there would look as if others saw it. */
const OWN = 'own';
/** Who was erased is called so by all. */
const ERASED = 'erased';

/** What somebody is called beside what they wrote; undefined where it is not known. */
export function useName(participantId: string): string | undefined {
  const t = useMessages('names');
  const called = useCalled();
  const person = usePerson(participantId);
  const erased = useMessages('people')('erased');
  if (person === OWN) return t('you');
  if (person === ERASED) return erased;
  return person && called(person);
}

/** The same where there is room for one name only. */
export function useShortName(participantId: string): string | undefined {
  const t = useMessages('names');
  const erased = useMessages('people')('erased');
  const person = usePerson(participantId);
  if (person === OWN) return t('you');
  return person === ERASED ? erased : shortName(person);
}

function usePerson(participantId: string): Numbered<Person> | typeof OWN | typeof ERASED | undefined {
  return useBoard(({ people, replica }) => {
    if (replica.view.participants.get(participantId)?.erased) return ERASED;
    const isOwn = participantId === replica.participantId;
    return isOwn && isAnonymous(replica.view) ? OWN : people.get(participantId);
  });
}
