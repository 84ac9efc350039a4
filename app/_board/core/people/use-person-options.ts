'use client';

import { useMemo } from 'react';
import type { ListOption } from '../forms/best-matches.ts';
import { useBoard } from '../store/board-context.tsx';
import { sortByName } from './sort-by-name.ts';
import { shortName } from './use-called.ts';

/** Returns everyone who is known here as options of a list, by name. */
export function usePersonOptions(): readonly ListOption[] {
  const people = useBoard((state) => state.people);
  return useMemo(
    () =>
      sortByName(people.values(), shortName).map((person) => ({
        value: person.id,
        text: shortName(person) ?? '',
      })),
    [people],
  );
}
