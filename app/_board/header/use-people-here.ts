'use client';

import { useMemo } from 'react';
import type { Present } from '../../../domain/protocol/server-messages.ts';
import { useBoard } from '../store/board-context.tsx';

export interface PersonHere {
  readonly id: string;
  readonly name: string | undefined;
  readonly at: string | null;
  readonly writing: boolean;
}

/** Who is here: each person once, however many tabs; and how many read without a name. */
export function usePeopleHere(): {
  readonly people: readonly PersonHere[];
  readonly readers: number;
  readonly count: number;
} {
  const present = useBoard((state) => state.present);
  const names = useBoard((state) => state.people);
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
      name: names.get(id)?.name,
    }));
    people.sort(
      (a, b) => Number(b.writing) - Number(a.writing) || (a.name ?? '').localeCompare(b.name ?? ''),
    );
    return { people, readers, count: people.length + readers };
  }, [present, names]);
}
