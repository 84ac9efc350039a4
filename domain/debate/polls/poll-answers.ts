import { PersistentMap } from '../../collections/persistent-map.ts';

/** Chosen options by poll, then by participant. */
type Answers = PersistentMap<string, PersistentMap<string, number>>;

/** Answers with one more, replacing that person's last one to the poll; null: removes theirs. */
export function putAnswer(
  answers: Answers,
  [pollId, participantId, choice]: readonly [string, string, number | null],
): Answers {
  const ofPoll = answers.get(pollId) ?? PersistentMap<string, number>();
  const next = choice === null ? ofPoll.delete(participantId) : ofPoll.set(participantId, choice);
  return next.size === 0 ? answers.delete(pollId) : answers.set(pollId, next);
}
