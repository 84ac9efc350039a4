'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { type ConflictingVotes, conflictingVotes } from '#domain/debate/votes/conflicting-votes.ts';
import { currentAnswer, guidedOrder } from '#domain/debate/votes/guided-order.ts';
import type { Answer } from '#domain/debate/votes/vote.ts';
import type { Replica } from '#domain/sync/replica.ts';
import { RULES } from '#domain/sync/rules.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import type { GuidedScope } from '../../core/view/view-store.ts';
import {
  type Ballot,
  claimsLeft,
  goBack,
  goOn,
  returnToSkipped,
  skip,
  startTrail,
  type Trail,
  withoutMissing,
} from './trail.ts';

/** Guided voting as it stands, and what the viewer can do. */
export interface GuidedVoting {
  /** The claim in view; `null`: nothing is left to ask. */
  readonly current: string | null;
  /** The claim voted on last, if another one is in view. */
  readonly last: string | null;
  readonly canGoBack: boolean;
  readonly voted: number;
  readonly total: number;
  /** Claims without a vote that weren't skipped. */
  readonly left: number;
  readonly skipped: number;
  /** Where the viewer's own votes conflict. */
  readonly conflicts: readonly ConflictingVotes[];
  vote(answer: Answer): void;
  skip(): void;
  back(): void;
  goOn(): void;
  returnToSkipped(): void;
}

/** The parts of the debate that decide which claims are voted on, and the votes. */
const PARTS = [
  'claims',
  'links',
  'childLinks',
  'crossLinks',
  'merges',
  'votes',
  'positions',
  'hidden',
  'embargoed',
  'locks',
] as const satisfies readonly (keyof DebateState)[];

/** True if these parts are the same: comments and carets in between make no new ballot. */
function hasSameBallot(before: DebateState, now: DebateState): boolean {
  return PARTS.every((part) => before[part] === now[part]);
}

/** Leads the viewer through the claims of a debate or a branch that have no vote of theirs yet. */
export function useGuidedVoting({ branch }: GuidedScope): GuidedVoting {
  const store = useBoardStore();
  const submit = useSubmit();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  // Only with the rules can a vote be undone, and the page loads them a moment after it opens.
  useEffect(() => store.enableRules(RULES), [store]);
  const view = useBoard(({ replica }) => replica.view, hasSameBallot);
  const pending = useBoard(({ replica }) => replica.pending);
  const participantId = useBoard(({ replica }) => replica.participantId);
  // Viewers who join on the way keep their order.
  const [seed] = useState(() => participantId ?? newId('v'));
  const ballot = useMemo(
    () => ballotOf({ view, pending, participantId }, seed, branch),
    [view, pending, participantId, seed, branch],
  );
  const [stored, setTrail] = useState(() => startTrail(ballot));
  const [lastVoted, setLastVoted] = useState<string | null>(null);
  const trail = useMemo(() => withoutMissing(stored, ballot), [stored, ballot]);
  useEffect(() => {
    if (trail !== stored) setTrail(trail);
  }, [trail, stored]);
  const conflicts = useMemo(() => conflictingVotes(view, participantId), [view, participantId]);

  const move = useCallback(
    (step: (trail: Trail, ballot: Ballot) => Trail) => {
      const now = ballotOf(store.state().replica, seed, branch);
      setTrail((before) => step(withoutMissing(before, now), now));
    },
    [store, seed, branch],
  );
  const current = trail.shown[trail.at] ?? null;
  const vote = (answer: Answer) => {
    const claim = current === null ? undefined : store.state().replica.view.claims.get(current);
    if (!claim) return;
    const { id: claimId, wording } = claim;
    const go = () => {
      setLastVoted(claimId);
      move(goOn);
    };
    // Giving the same answer again keeps it.
    if (currentAnswer(view, claim, participantId) === answer) return go();
    submit([{ type: 'vote.cast', claimId, answer, wording }], (refusal) =>
      refusal === null ? go() : announce(sentence(refusal)),
    );
  };
  return {
    current,
    last: lastVoted === current ? null : lastVoted,
    canGoBack: trail.at > 0,
    voted: ballot.votedOn.size,
    total: ballot.order.length,
    left: claimsLeft(trail, ballot).length,
    skipped: ballot.order.filter((id) => trail.skipped.has(id) && !ballot.votedOn.has(id)).length,
    conflicts,
    vote,
    skip: () => move(skip),
    back: () => move(goBack),
    goOn: () => move(goOn),
    returnToSkipped: () => move(returnToSkipped),
  };
}

function ballotOf(
  { view, pending, participantId }: Pick<Replica, 'view' | 'pending' | 'participantId'>,
  seed: string,
  branch: string | null,
): Ballot {
  const order = guidedOrder(view, { participantId, seed, branch });
  // Without the rules, which come a moment after the page, a vote shows only when the server has it.
  const sent = new Map(
    pending.flatMap(({ operation }) =>
      operation.type === 'vote.cast' ? [[operation.claimId, operation.wording]] : [],
    ),
  );
  const votedOn = order.filter((id) => {
    const claim = view.claims.get(id);
    if (claim === undefined) return false;
    return sent.get(id) === claim.wording || currentAnswer(view, claim, participantId) !== null;
  });
  return { order, votedOn: new Set(votedOn) };
}
