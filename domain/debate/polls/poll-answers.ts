import { PersistentMap } from '../../collections/persistent-map.ts';
import type { PollChoice } from './poll-form.ts';

/** Answers by poll, then by participant. */
type Answers = PersistentMap<string, PersistentMap<string, PollChoice>>;

/** Answers with one more, replacing that person's last one to the poll; null: removes theirs. */
export function putAnswer(
  answers: Answers,
  [pollId, participantId, choice]: readonly [string, string, PollChoice | null],
): Answers {
  const ofPoll = answers.get(pollId) ?? PersistentMap<string, PollChoice>();
  const next = choice === null ? ofPoll.delete(participantId) : ofPoll.set(participantId, choice);
  return next.size === 0 ? answers.delete(pollId) : answers.set(pollId, next);
}
