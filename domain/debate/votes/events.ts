import { about, type EffectOf, type EventDefinitions } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { evolveVote } from './evolve-vote.ts';

/** The meaning of each of these events. */
export const VOTE_EVENTS: EventDefinitions<'vote.cast' | 'vote.withdrawn'> = {
  'vote.cast': { evolve: evolveVote, invert: invertVote, subject: about.claim, sentAs: 'tally' },
  'vote.withdrawn': { evolve: evolveVote, invert: invertVote, subject: about.claim, sentAs: 'tally' },
};

function invertVote(
  before: DebateState,
  { claimId }: EffectOf<'vote.cast' | 'vote.withdrawn'>,
  actor: string,
): Operation {
  const vote = before.votes.get(claimId)?.get(actor);
  if (!vote) return { type: 'vote.withdraw', claimId };
  return { type: 'vote.cast', claimId, answer: vote.answer, wording: vote.wording };
}
