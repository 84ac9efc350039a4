'use client';

import type { Present } from '#domain/protocol/server-messages.ts';
import { shortName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import type { BoardState } from '../../core/store/board-state.ts';

export interface PersonHere {
  readonly id: string;
  /** The shortest form of the name. */
  readonly name: string | undefined;
  readonly at: string | null;
  readonly writing: boolean;
}

interface PeopleHere {
  readonly people: readonly PersonHere[];
  readonly readers: number;
  readonly count: number;
}

/**
 * Returns the people here, each once, however many tabs they have, and the number of readers without a name. In an anonymous debate only
 * the number.
 */
export function usePeopleHere(): PeopleHere {
  return useBoard(peopleHere);
}

type Presence = Pick<BoardState, 'present' | 'people' | 'count'>;

/** Put in order once for all who show them: each change of one person's place is one of this. */
const known = new WeakMap<Presence['present'], { readonly of: Presence; readonly here: PeopleHere }>();

function peopleHere({ present, people: names, count: counted }: Presence): PeopleHere {
  const before = known.get(present);
  if (before && before.of.people === names && before.of.count === counted) return before.here;
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
  people.sort((a, b) => Number(b.writing) - Number(a.writing) || (a.name ?? '').localeCompare(b.name ?? ''));
  const here = { people, readers, count: counted ?? people.length + readers };
  known.set(present, { of: { present, people: names, count: counted }, here });
  return here;
}
