import { both, idOf, type Meeting, questionsIn, shares } from './meeting-conditions.ts';

/** How two operations on questions from the floor meet. */
export const QUESTION_MEETINGS: Readonly<Record<string, Meeting>> = {
  'the same question': both((one, other) => questionsIn(one).some((id) => questionsIn(other).includes(id))),
  'the same question, person and answer': (first, later) =>
    first.actor.id === later.actor.id &&
    shares(first.operation, later.operation, 'questionId') &&
    shares(first.operation, later.operation, 'supported'),
  'the same question, the same mark': both(
    (one, other) => one.type === other.type && shares(one, other, 'questionId'),
  ),
  'a question it merges': both(
    (one, other) =>
      one.type === 'question.merge' &&
      one.into !== null &&
      [idOf(other, 'questionId'), idOf(other, 'into'), idOf(other, 'on')].includes(one.questionId),
  ),
  'the same question, the same one': both(
    (one, other) => shares(one, other, 'questionId') && shares(one, other, 'into'),
  ),
};
