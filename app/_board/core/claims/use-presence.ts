'use client';

import type { Present } from '#domain/protocol/server-messages.ts';
import { useBoard } from '../store/board-context.tsx';

const NOBODY: readonly Present[] = [];
const grouped = new WeakMap<ReadonlyMap<string, Present>, ReadonlyMap<string, readonly Present[]>>();

/** Returns other people who are at a claim, position or link now. */
export function usePresentAt(targetId: string): readonly Present[] {
  return useBoard(({ present, replica }) => {
    const here = byTarget(present).get(targetId);
    return here?.some(({ participantId }) => participantId !== replica.participantId) ? here : NOBODY;
  });
}

/** Grouped once for each change of presence, however many claims ask. */
function byTarget(present: ReadonlyMap<string, Present>): ReadonlyMap<string, readonly Present[]> {
  const known = grouped.get(present);
  if (known) return known;
  const groups = new Map<string, Present[]>();
  for (const one of present.values()) {
    if (one.at === null || one.participantId === null) continue;
    const group = groups.get(one.at);
    if (group) group.push(one);
    else groups.set(one.at, [one]);
  }
  grouped.set(present, groups);
  return groups;
}
