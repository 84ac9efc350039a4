'use client';

import { useMemo } from 'react';
import { allowsType, isFrozenByEmbargo } from '../../../domain/debate/agenda/phases.ts';
import type { Claim } from '../../../domain/debate/claims/claim.ts';
import { parentLinkOf } from '../../../domain/debate/claims/tree.ts';
import { isBlockedByStatus } from '../../../domain/debate/engine/blocked-by-status.ts';
import type { OperationType } from '../../../domain/debate/engine/operations.ts';
import { type Actor, actorOf, may, mayWhenMuted } from '../../../domain/debate/engine/permissions.ts';
import { audienceOf } from '../../../domain/debate/engine/project.ts';
import { resolveMerge } from '../../../domain/debate/lineage/merged.ts';
import { commentsAt } from '../../../domain/debate/lineage/merged-contents.ts';
import type { Link } from '../../../domain/debate/links/link.ts';
import type { Position } from '../../../domain/debate/positions/position.ts';
import { isTextEdit } from '../../../domain/debate/texts/texts.ts';
import { isEarlier } from '../../../domain/debate/votes/earlier-vote.ts';
import type { Answer } from '../../../domain/debate/votes/vote.ts';
import { countedVote } from '../../../domain/debate/votes/vote-count.ts';
import { useBoard } from '../store/board-context.tsx';
import type { BoardState } from '../store/board-state.ts';
import { targetOf } from './use-target.ts';

/** A claim as shown now, or undefined where there is none. */
export function useClaim(claimId: string): Claim | undefined {
  return useBoard((state) => state.replica.view.claims.get(claimId));
}

/** What a claim was merged into; undefined where it stands by itself. */
export function useMergedInto(claimId: string): string | undefined {
  return useBoard(({ replica: { view } }) =>
    view.merges.has(claimId) ? resolveMerge(view, claimId) : undefined,
  );
}

/** The link that is a claim's place in the map. */
export function useParentLink(claimId: string): Link | undefined {
  return useBoard((state) => parentLinkOf(state.replica.view, claimId));
}

export function usePosition(positionId: string | null | undefined): Position | undefined {
  return useBoard((state) => state.replica.view.positions.get(positionId ?? ''));
}

/** The positions in their order, those removed left out. */
export function usePositions(): readonly Position[] {
  const positions = useBoard((state) => state.replica.view.positions);
  return useMemo(
    () =>
      [...positions.values()]
        .filter(({ removed }) => !removed)
        .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)),
    [positions],
  );
}

/** One's own vote as it counts for a claim. */
export interface OwnVote {
  readonly answer: Answer;
  /** It answered an earlier wording, or what was merged into this claim. */
  readonly earlier: boolean;
  readonly merged: boolean;
}

/** One's own vote as it counts for a claim. */
export function useOwnVote(claim: Pick<Claim, 'id' | 'wording'>): OwnVote | undefined {
  const { id, wording } = claim;
  const on = useBoard(({ replica }) => countedVote(replica.view, id, replica.participantId ?? '')?.on ?? id);
  const vote = useBoard(({ replica }) => replica.view.votes.get(on)?.get(replica.participantId ?? ''));
  return useMemo(() => {
    const merged = on !== id;
    return vote && { answer: vote.answer, merged, earlier: merged || isEarlier(vote, { wording }) };
  }, [vote, on, id, wording]);
}

/** Who one is in this debate; null for one who only reads. */
export function useActor(): Actor | null {
  const me = useBoard((state) => state.replica.participantId);
  const role = useBoard((state) => actorNow(state)?.role);
  return useMemo(() => (me !== null && role ? { id: me, role } : null), [me, role]);
}

/** Was one removed or banned? */
export function isOut({ standing }: Pick<BoardState, 'standing'>): boolean {
  return standing !== null && standing.standing !== 'in';
}

/** Who one is, as far as is known; null for one who only reads, or was removed. */
export function actorNow({ replica, standing }: BoardState): Actor | null {
  if (isOut({ standing })) return null;
  return actorOf(replica.view, replica.participantId ?? '');
}

/** Does one run this debate? */
export function useIsModerator(): boolean {
  const role = useActor()?.role;
  return role !== undefined && audienceOf(role === 'system' ? null : role) === 'moderators';
}

/**
 * May one do this to something of `author`? Those who have not joined see what a guest could do: doing it asks them to
 * join first.
 */
export function useMay(type: OperationType, author: string | null = null, on: string | null = null): boolean {
  return useBoard((state) => mayNow(state, type, author, on));
}

/** One who has not joined. */
const NOBODY: Actor = { id: '', role: 'observer' };

/** May one do this to something of `author`; to this one, where it is named? */
export function mayNow(
  state: BoardState,
  type: OperationType,
  author: string | null = null,
  on: string | null = null,
): boolean {
  const { view } = state.replica;
  if (state.isOnlyRead) return false;
  const actor = actorNow(state);
  if (isBlockedByStatus(view, type, actor ?? NOBODY)) return false;
  if (state.standing?.muted && !mayWhenMuted(type)) return false;
  if (state.standing?.standing === 'banned') return false;
  if (!allowsType(view, type, author === null || author === actor?.id)) return false;
  if (on !== null && isFrozenByEmbargo(view, type, on, actor?.id)) return false;
  if (actor) return may(view, actor, type, author);
  const guests = view.head?.settings.guests ?? 'none';
  return guests !== 'none' && may(view, { id: 'guest', role: guests }, type, author);
}

/**
 * Is a change of this claim still on its way? What is being typed is, for a moment with every key: that is said only where
 * there is no server to take it.
 */
export function useIsPending(claimId: string): boolean {
  return useBoard(({ replica, connection }) =>
    replica.pending.some(
      ({ operation }) =>
        'claimId' in operation &&
        operation.claimId === claimId &&
        !operation.type.startsWith('vote.') &&
        !(isTextEdit(operation) && connection.kind === 'live'),
    ),
  );
}

/** How many comments on a claim, position or link still stand. */
export function useCommentCount(targetId: string): number {
  return useBoard(({ replica: { view } }) => {
    let count = 0;
    const on = targetOf(view, targetId);
    for (const id of on ? commentsAt(view, on) : []) if (!view.comments.get(id)?.withdrawn) count += 1;
    return count;
  });
}
