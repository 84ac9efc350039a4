'use client';

import { useMemo } from 'react';
import type { Present } from '#domain/protocol/server-messages.ts';
import { shortName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';

export interface PersonHere {
  readonly id: string;
  /** The shortest form of the name. */
  readonly name: string | undefined;
  readonly at: string | null;
  readonly writing: boolean;
}

/**
 * Returns the people here, each once, however many tabs they have, and the number of readers without a name. In an anonymous debate only
 * the number.
 */
export function usePeopleHere(): {
  readonly people: readonly PersonHere[];
  readonly readers: number;
  readonly count: number;
} {
  const present = useBoard((state) => state.present);
  const names = useBoard((state) => state.people);
  const counted = useBoard((state) => state.count);
  return useMemo(() => {
    const latest = new Map<string, Present>();
    let readers = 0;
    for (const one of present.values()) {
      if (one.participantId === null) readers += 1;
      else if (!latest.get(one.participantId)?.at) latest.set(one.participantId, one);
    }
    const people = [...latest].map(([id, { at, writing }]) => ({
      id,
      at,
      writing,
      name: shortName(names.get(id)),
    }));
    people.sort(
      (a, b) => Number(b.writing) - Number(a.writing) || (a.name ?? '').localeCompare(b.name ?? ''),
    );
    return { people, readers, count: counted ?? people.length + readers };
  }, [present, names, counted]);
}
