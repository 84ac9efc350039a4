'use client';

import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import { RELATIONS, type Relation, type Target } from '#domain/debate/map/link.ts';
import { attackProblem } from '#domain/debate/map/steelman.ts';
import {
  presentedBy,
  SIDE_PROBLEMS,
  type SideProblem,
  sideProblem,
} from '#domain/debate/participants/teams.ts';
import { teamOf } from '#domain/debate/positions/team-of.ts';
import { actorNow, NO_ACTOR, useMay } from '../claims/use-claim.ts';
import { useBoard } from '../store/board-context.tsx';
import type { BoardState } from '../store/board-state.ts';
import { usualHolder } from './use-add-argument.ts';

/** Returns why the viewer may not write this argument for their side, held by this position (absent: the usual one); `null` if they may. */
export function sideProblemNow(
  state: BoardState,
  target: Target,
  relation: Relation,
  holder?: string | null,
): SideProblem | null {
  const { view } = state.replica;
  const actor = actorNow(state);
  const held = holder === undefined ? usualHolder(view, actor, target, relation) : holder;
  return sideProblem(view, actor ?? NO_ACTOR, { holder: held, target, relation });
}

/** True for the rejections that the composer explains while their cause lasts. */
export function isSideProblem(code: RejectionCode): boolean {
  return SIDE_PROBLEMS.some((problem) => problem === code);
}

/** True if the viewer may write an argument that this position holds (absent: the usual one). */
export function mayHold(state: BoardState, target: Target, holder: string | null | undefined): boolean {
  // An attack may be on anything, so that the holder alone decides.
  return sideProblemNow(state, target, 'attack', holder) === null;
}

/**
 * Returns the relations in which the viewer is offered to argue on a target: no support of what another team holds, and no attack on a best
 * case that waits. People without a team are offered both: the composer says what they wait for.
 */
export function useOfferedRelations(target: Target): readonly Relation[] {
  const mayAdd = useMay('claim.add');
  const support = useBoard((state) => {
    const problem = sideProblemNow(state, target, 'support');
    return problem === null || problem === 'no_team';
  });
  const attack = useBoard(({ replica }) => attackProblem(replica.view, target, 'attack') === null);
  const isOffered = { support, attack };
  return mayAdd ? RELATIONS.filter((relation) => isOffered[relation]) : [];
}

/** Returns the name of the position for which the viewer writes: their team's, or the one it presents now; `null` without a team. */
export function useSideName(): string | null {
  return useBoard(({ replica: { view, participantId } }) => {
    const team = teamOf(view, participantId ?? '');
    return team === null ? null : (view.positions.get(presentedBy(view, team) ?? team)?.name ?? null);
  });
}
