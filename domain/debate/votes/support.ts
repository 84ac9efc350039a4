import type { DebateState } from '../engine/state.ts';
import { mergedWayOf } from '../visibility/shown-question.ts';
import { putRating } from './ratings.ts';

/*
 * People who support a question from the floor rate it, each once. Questions that ask the same are counted together: everyone who supports
 * one of them. Asking one doesn't count as support: the sum would show whether its author supports it.
 */

/** The only rating a question has. */
const SUPPORT = { value: 0, of: '' };

/** True if this person supports the question, or one that was merged into it. */
export function isSupporter(state: DebateState, questionId: string, participantId: string): boolean {
  return namesOfQuestion(state, questionId).some((id) => state.ratings.get(id)?.has(participantId));
}

/** The number of people who support a question or one that was merged into it, among those whom the state knows. */
export function countSupport(state: DebateState, questionId: string): number {
  const names = namesOfQuestion(state, questionId);
  return new Set(names.flatMap((id) => [...(state.ratings.get(id)?.keys() ?? [])])).size;
}

/** A state in which a person supports a question or no longer does, which then also holds for those merged into it. */
export function withSupport(
  state: DebateState,
  questionId: string,
  participantId: string,
  supported: boolean,
): DebateState {
  const next = withOwnSupport(state, questionId, participantId, supported);
  const rated = namesOfQuestion(state, questionId).filter((id) => state.ratings.get(id)?.has(participantId));
  const concerned = [questionId, ...rated].flatMap((id) => mergedWayOf(state, id));
  // One person's change needs no recount of everyone.
  const one = (known: DebateState, id: string) => Number(isSupporter(known, id, participantId));
  return withMore(next, concerned, (id) => one(next, id) - one(state, id));
}

/** The same without counting it: in a projection, the count is sent. */
export function withOwnSupport(
  state: DebateState,
  questionId: string,
  participantId: string,
  supported: boolean,
): DebateState {
  const ratings = supported
    ? putRating(state.ratings, questionId, participantId, SUPPORT)
    : namesOfQuestion(state, questionId).reduce(
        (next, id) => putRating(next, id, participantId, null),
        state.ratings,
      );
  return { ...state, ratings };
}

/**
 * A state in which the support of these questions, and of what they were merged into, has changed by what the two states know. The log's
 * states know all of it; a projection knows the viewer's own, until it gets the count.
 */
export function supportCounted(
  before: DebateState,
  after: DebateState,
  questionIds: readonly string[],
): DebateState {
  const concerned = questionIds.flatMap((id) => [before, after].flatMap((state) => mergedWayOf(state, id)));
  return withMore(after, concerned, (id) => countSupport(after, id) - countSupport(before, id));
}

/** A state in which so many more people support each of these questions. */
function withMore(
  state: DebateState,
  questionIds: readonly string[],
  moreOf: (id: string) => number,
): DebateState {
  let { questions } = state;
  for (const id of new Set(questionIds)) {
    const question = questions.get(id);
    const more = question ? moreOf(id) : 0;
    if (!question || more === 0) continue;
    const { support, ...plain } = question;
    const count = Math.max(0, (support?.[0] ?? 0) + more);
    questions = questions.set(id, count > 0 ? { ...plain, support: [count] } : plain);
  }
  return questions === state.questions ? state : { ...state, questions };
}

/** The ids of the question, of those merged into it, and of those merged into these. */
export function namesOfQuestion({ questions }: Pick<DebateState, 'questions'>, questionId: string): string[] {
  const index = byTarget.get(questions) ?? indexed(questions);
  byTarget.set(questions, index);
  // Iterating a set includes what is added on the way.
  const all = new Set([questionId]);
  for (const id of all) for (const merged of index.get(id) ?? []) all.add(merged);
  return [...all];
}

/** Calculated once for all states with the same questions. */
const byTarget = new WeakMap<DebateState['questions'], ReadonlyMap<string, readonly string[]>>();

function indexed(questions: DebateState['questions']): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const { id, into } of questions.values()) {
    const merged = into === null ? undefined : index.get(into);
    if (merged) merged.push(id);
    else if (into !== null) index.set(into, [id]);
  }
  return index;
}
