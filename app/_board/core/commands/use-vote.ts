'use client';

import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Answer } from '#domain/debate/votes/vote.ts';
import { type CountedVote, countedVote } from '#domain/debate/votes/vote-count.ts';
import { useAnnounce } from '../announcing/announce-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';
import { useAfterJoining, useSubmit } from './join-context.tsx';
import { roleReasonAgainst } from './role-reason.ts';
import { useRejectionSentence } from './use-rejection-sentence.ts';
import { useSayWhyNot } from './use-say-why-not.ts';

/**
 * Votes on a claim's present wording. Giving the same answer again withdraws it; if it was cast on an earlier wording, it is cast again.
 * `then` runs once the vote is on its way, with the answer it gives; `null`: it is withdrawn. A refused vote is announced.
 */
export function useVote(): (claimId: string, answer: Answer, then?: (given: Answer | null) => void) => void {
  const store = useBoardStore();
  const afterJoining = useAfterJoining();
  const submit = useSubmit();
  const sayWhyNot = useSayWhyNot();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  return (claimId, answer, then) => {
    if (roleReasonAgainst(store.state(), 'vote.cast') !== null) return sayWhyNot('vote.cast');
    afterJoining(() => {
      const { view, participantId } = store.state().replica;
      const claim = view.claims.get(claimId);
      const own = countedVote(view, claimId, participantId ?? '');
      if (!claim) return;
      const operation = voteOperation(claim, own, answer);
      submit([operation], (refusal) =>
        refusal ? announce(sentence(refusal)) : then?.(operation.type === 'vote.withdraw' ? null : answer),
      );
    });
  };
}

function voteOperation(claim: Claim, own: CountedVote | undefined, answer: Answer): Operation {
  if (own?.answer === answer && own.on === claim.id && own.wording === claim.wording) {
    return { type: 'vote.withdraw', claimId: claim.id };
  }
  return { type: 'vote.cast', claimId: claim.id, answer, wording: claim.wording };
}
