'use client';

import { useBoard } from '#app/_board/core/store/board-context.tsx';
import type { BoardState } from '#app/_board/core/store/board-state.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { ancestorsOf, laneOf } from '#domain/debate/map/tree.ts';
import type { Present } from '#domain/protocol/server-messages.ts';

const NOBODY: readonly Present[] = [];

/** Values grouped by the claims and positions they happen below, for one state of the debate. */
interface Grouped<Value> {
  readonly view: DebateState;
  readonly groups: ReadonlyMap<string, Value>;
}

const typing = new WeakMap<BoardState['present'], Grouped<readonly Present[]>>();
const arrivals = new WeakMap<BoardState['recentlyChanged'], Grouped<number>>();

/** Returns other people who are typing below a claim. Empty unless `isFolded`: otherwise the place where they type is visible. */
export function useTypingBelow(claimId: string, isFolded: boolean): readonly Present[] {
  return useBoard((state) => (isFolded ? (typingIn(state).get(claimId) ?? NOBODY) : NOBODY));
}

/** Returns when the last change below a claim arrived, by this browser's clock; `undefined` if none did lately, or unless `isFolded`. */
export function useTouchedBelow(claimId: string, isFolded: boolean): number | undefined {
  return useBoard((state) => (isFolded ? arrivalsIn(state).get(claimId) : undefined));
}

/** Grouped once for each change, however many claims ask. */
function typingIn({
  present,
  replica: { view, participantId },
}: BoardState): ReadonlyMap<string, readonly Present[]> {
  const known = typing.get(present);
  if (known?.view === view) return known.groups;
  const groups = new Map<string, readonly Present[]>();
  for (const one of present.values()) {
    if (!one.writing || one.at === null || one.participantId === null || one.participantId === participantId)
      continue;
    for (const id of aboveOf(view, one.at)) groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  typing.set(present, { view, groups: keepSame(groups, known?.groups) });
  return groups;
}

function arrivalsIn({ recentlyChanged, replica: { view } }: BoardState): ReadonlyMap<string, number> {
  const known = arrivals.get(recentlyChanged);
  if (known?.view === view) return known.groups;
  const groups = new Map<string, number>();
  for (const [id, at] of recentlyChanged)
    for (const above of aboveOf(view, id)) groups.set(above, Math.max(at, groups.get(above) ?? 0));
  arrivals.set(recentlyChanged, { view, groups });
  return groups;
}

function aboveOf(view: DebateState, id: string): readonly string[] {
  if (!view.claims.has(id)) return [];
  const lane = laneOf(view, id);
  return lane === null ? ancestorsOf(view, id) : [...ancestorsOf(view, id), lane];
}

/** Keeps unchanged lists the same objects, so that their claims don't render again with every key someone types. */
function keepSame(
  groups: Map<string, readonly Present[]>,
  before: ReadonlyMap<string, readonly Present[]> | undefined,
): ReadonlyMap<string, readonly Present[]> {
  for (const [id, list] of groups) {
    const was = before?.get(id);
    if (was?.length === list.length && was.every((one, at) => one === list[at])) groups.set(id, was);
  }
  return groups;
}
