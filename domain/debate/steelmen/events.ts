import { about, type EventDefinitions } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { evolveSteelman } from './evolve-steelman.ts';

/** The meaning of each of these events. */
export const STEELMAN_EVENTS: EventDefinitions<'steelman.answered' | 'steelman.answerWithdrawn'> = {
  'steelman.answered': {
    evolve: evolveSteelman,
    invert: (before, { claimId, answerId, wording, recorded, instead }) => {
      const earlier = before.claims.get(claimId)?.steelman?.answers.find(({ id }) => id === instead);
      // An answer to an earlier wording can't be given again after one to a later wording.
      if (earlier && (recorded || earlier.wording >= wording))
        return answerAgain(before, claimId, earlier.id);
      return recorded
        ? { type: 'steelman.record', claimId, answerId, wording: null }
        : { type: 'steelman.answer', claimId, answerId, wording, agrees: null };
    },
    subject: about.claim,
    sentAs: 'entry',
  },
  'steelman.answerWithdrawn': {
    evolve: evolveSteelman,
    invert: (before, { claimId, answerId }, actor) => {
      const answer = before.claims.get(claimId)?.steelman?.answers.find(({ id }) => id === answerId);
      const isOwn = answer?.recorded || answer?.author === actor;
      // People whose answers a moderator removed answer again themselves.
      return isOwn ? answerAgain(before, claimId, answerId) : null;
    },
    subject: about.claim,
    sentAs: 'entry',
  },
};

/** Gives an answer again as it was; what was missing is still said by its comment. */
function answerAgain({ claims }: DebateState, claimId: string, answerId: string): Operation | null {
  const answer = claims.get(claimId)?.steelman?.answers.find(({ id }) => id === answerId);
  if (!answer) return null;
  const { wording, agrees, recorded } = answer;
  if (recorded) return { type: 'steelman.record', claimId, answerId, wording };
  return { type: 'steelman.answer', claimId, answerId, wording, agrees };
}
