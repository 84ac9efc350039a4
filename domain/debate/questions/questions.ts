import type { DebateState } from '../engine/state.ts';
import { questionNow } from '../visibility/shown-question.ts';
import type { Question } from './question.ts';

/** True if it still waits for an answer. */
export function isOpen({ withdrawn, answered, into }: Question): boolean {
  return !withdrawn && !answered && into === null;
}

/** The number of people who support a question, as far as the viewer may know. */
export function supportOf({ support }: Pick<Question, 'support'>): number {
  return support?.[0] ?? 0;
}

/** Questions to show: open ones first, pinned ones before others, then by support, the earlier before the later. */
export function questionsInOrder(state: Pick<DebateState, 'questions' | 'hidden' | 'embargoed'>): Question[] {
  return [...state.questions.values()]
    .filter(({ id, withdrawn }) => !withdrawn && questionNow(state, id) === id)
    .sort(
      (a, b) =>
        Number(a.answered) - Number(b.answered) ||
        Number(b.pinned) - Number(a.pinned) ||
        supportOf(b) - supportOf(a) ||
        a.at - b.at ||
        (a.id < b.id ? -1 : 1),
    );
}
