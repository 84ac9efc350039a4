import { about, type EffectOf, type EventDefinitions, isFinal } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { evolvePoll } from './evolve-poll.ts';

/** The meaning of each of these events. */
export const POLL_EVENTS: EventDefinitions<
  'poll.opened' | 'poll.statusChanged' | 'poll.answered' | 'poll.answerHidden'
> = {
  'poll.opened': { evolve: evolvePoll, invert: isFinal, subject: about.nothing, sentAs: 'poll' },
  'poll.statusChanged': { evolve: evolvePoll, invert: isFinal, subject: about.nothing, sentAs: 'poll' },
  'poll.answered': { evolve: evolvePoll, invert: invertAnswered, subject: about.nothing, sentAs: 'poll' },
  'poll.answerHidden': { evolve: evolvePoll, invert: isFinal, subject: about.nothing, sentAs: 'poll' },
};

function invertAnswered(
  before: DebateState,
  { pollId }: EffectOf<'poll.answered'>,
  actor: string,
): Operation {
  return { type: 'poll.answer', pollId, choice: before.answers.get(pollId)?.get(actor) ?? null };
}
