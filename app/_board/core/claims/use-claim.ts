'use client';

import { useMemo } from 'react';
import { approvalProblem } from '#domain/debate/contributions/needs-approval.ts';
import { isBlockedByStatus } from '#domain/debate/engine/blocked-by-status.ts';
import type { OperationType } from '#domain/debate/engine/operations.ts';
import { type Actor, actorOf, may, mayWhenMuted } from '#domain/debate/engine/permissions.ts';
import { audienceOf } from '#domain/debate/engine/project.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Link } from '#domain/debate/map/link.ts';
import { namesOf, resolveMerge } from '#domain/debate/map/merged.ts';
import { remainingPositions } from '#domain/debate/map/positions-in-order.ts';
import { parentLinkOf } from '#domain/debate/map/tree.ts';
import { claimSideProblem } from '#domain/debate/participants/teams.ts';
import { allowsType, isFrozenByEmbargo } from '#domain/debate/phases/phases.ts';
import type { Position } from '#domain/debate/positions/position.ts';
import { isTextEdit } from '#domain/debate/texts/texts.ts';
import { isEarlier } from '#domain/debate/votes/earlier-vote.ts';
import type { Answer } from '#domain/debate/votes/vote.ts';
import { countedVote } from '#domain/debate/votes/vote-count.ts';
import { useBoard } from '../store/board-context.tsx';
import type { BoardState } from '../store/board-state.ts';
import { targetOf } from './use-target.ts';

/** Returns a claim as shown now, or undefined if there is none. */
export function useClaim(claimId: string): Claim | undefined {
  return useBoard((state) => state.replica.view.claims.get(claimId));
}

/** Returns what a claim was merged into; undefined if it wasn't merged. */
export function useMergedInto(claimId: string): string | undefined {
  return useBoard(({ replica: { view } }) =>
    view.merges.has(claimId) ? resolveMerge(view, claimId) : undefined,
  );
}

/** Returns the link that gives a claim its place in the map. */
export function useParentLink(claimId: string): Link | undefined {
  return useBoard((state) => parentLinkOf(state.replica.view, claimId));
}

export function usePosition(positionId: string | null | undefined): Position | undefined {
  return useBoard((state) => state.replica.view.positions.get(positionId ?? ''));
}

/** Returns the positions in their order, without removed ones. */
export function usePositions(): readonly Position[] {
  const positions = useBoard((state) => state.replica.view.positions);
  return useMemo(() => remainingPositions({ positions }), [positions]);
}

/** The viewer's vote as it counts for a claim. */
export interface OwnVote {
  readonly answer: Answer;
  /** True if it was cast on an earlier wording, or on a claim merged into this one. */
  readonly earlier: boolean;
  readonly merged: boolean;
}

/** Returns the viewer's vote as it counts for a claim. */
export function useOwnVote(claim: Pick<Claim, 'id' | 'wording'>): OwnVote | undefined {
  const { id, wording } = claim;
  const on = useBoard(({ replica }) => countedVote(replica.view, id, replica.participantId ?? '')?.on ?? id);
  const vote = useBoard(({ replica }) => replica.view.votes.get(on)?.get(replica.participantId ?? ''));
  return useMemo(() => {
    const merged = on !== id;
    return vote && { answer: vote.answer, merged, earlier: merged || isEarlier(vote, { wording }) };
  }, [vote, on, id, wording]);
}

/** Returns the viewer as an actor in this debate; `null` if they only read. */
export function useActor(): Actor | null {
  const me = useBoard((state) => state.replica.participantId);
  const role = useBoard((state) => actorNow(state)?.role);
  return useMemo(() => (me !== null && role ? { id: me, role } : null), [me, role]);
}

/** True if the viewer was removed or banned. */
export function isOut({ standing }: Pick<BoardState, 'standing'>): boolean {
  return standing !== null && standing.membership !== 'member';
}

/** Returns the viewer as an actor, as far as is known; `null` if they only read, or were removed. */
export function actorNow({ replica, standing }: BoardState): Actor | null {
  if (isOut({ standing })) return null;
  return actorOf(replica.view, replica.participantId ?? '');
}

/** True unless teams keep the viewer from changing this claim: it belongs to another team. */
export function useIsOfOwnSide(claim: Claim): boolean {
  return useBoard((state) => {
    const actor = actorNow(state);
    return actor === null || claimSideProblem(state.replica.view, actor, claim) === null;
  });
}

/** True if the viewer is a moderator of this debate. */
export function useIsModerator(): boolean {
  const role = useActor()?.role;
  return role !== undefined && audienceOf(role === 'system' ? null : role) === 'moderators';
}

/**
 * True if the viewer may do this to content by `author`. Viewers who have not joined see what a guest could do: the action asks them to
 * join first.
 */
export function useMay(type: OperationType, author: string | null = null, on: string | null = null): boolean {
  return useBoard((state) => mayNow(state, type, author, on));
}

/** A viewer who has not joined. */
export const NO_ACTOR: Actor = { id: '', role: 'observer' };

/** True if the viewer may do this to content by `author`, or to this item if it is given. */
export function mayNow(
  state: BoardState,
  type: OperationType,
  author: string | null = null,
  on: string | null = null,
): boolean {
  const { view } = state.replica;
  if (state.isOnlyRead) return false;
  const actor = actorNow(state);
  if (isBlockedByStatus(view, type, actor ?? NO_ACTOR)) return false;
  if (state.standing?.muted && !mayWhenMuted(type)) return false;
  if (state.standing?.membership === 'banned') return false;
  if (!allowsType(view, type, author === null || author === actor?.id)) return false;
  if (on !== null && isFrozenByEmbargo(view, type, on, actor?.id)) return false;
  if (on !== null && REWORDS.has(type) && approvalProblemNow(state, on) !== null) return false;
  const person = actor ?? guestIn(state);
  return person !== null && may(view, person, type, author);
}

/** Operations on a claim, comment or source that always change its words. An answer to a suggestion may leave them as they are. */
const REWORDS: ReadonlySet<OperationType> = new Set(['claim.edit', 'comment.edit', 'source.edit']);

/** The reason why the viewer's words can't get into this item without approval; null: none. */
export function approvalProblemNow(state: BoardState, on: string): RejectionCode | null {
  const person = actorNow(state) ?? guestIn(state);
  return person && approvalProblem(state.replica.view, person, on);
}

/** A viewer who joins as a guest; null: the debate takes none. */
function guestIn({ replica: { view } }: BoardState): Actor | null {
  const guests = view.head?.settings.guests ?? 'none';
  return guests === 'none' ? null : { id: 'guest', role: guests };
}

/**
 * True if a change of this claim is still on its way. With every key that is so for a moment: while someone types, it is shown only
 * without a server that could take it.
 */
export function useIsPending(claimId: string): boolean {
  return useBoard(({ replica, connection }) =>
    replica.pending.some(
      ({ operation }) =>
        'claimId' in operation &&
        operation.claimId === claimId &&
        !operation.type.startsWith('vote.') &&
        operation.type !== 'claim.react' &&
        !(isTextEdit(operation) && connection.kind === 'live'),
    ),
  );
}

/** Returns the number of comments on a claim, position or link that are not withdrawn. */
export function useCommentCount(targetId: string): number {
  return useBoard(({ replica: { view } }) => {
    const on = targetOf(view, targetId);
    const names = on ? namesOf(view, on) : [];
    return names.reduce((count, name) => count + standingOn(view, name), 0);
  });
}

/** Counted so far, by the ids of one place's comments: each card on the map asks at each announcement. */
const counted = new WeakMap<readonly string[], { comments: DebateState['comments']; count: number }>();

/** The number of comments of one place that were not withdrawn. */
export function standingOn({ comments, commentsOn }: DebateState, name: string): number {
  const ids = commentsOn.get(name);
  if (!ids) return 0;
  const known = counted.get(ids);
  if (known?.comments === comments) return known.count;
  const count = ids.filter((id) => !comments.get(id)?.withdrawn).length;
  counted.set(ids, { comments, count });
  return count;
}
