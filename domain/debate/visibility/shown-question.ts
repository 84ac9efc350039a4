import type { DebateState } from '../engine/state.ts';

/** The questions of a state, and what of it is hidden. */
type Shown = Pick<DebateState, 'questions' | 'hidden' | 'embargoed'>;

/** The question that stands for this one: the last that is shown of it and what it was merged into; if none is, itself. */
export function questionNow(state: Shown, questionId: string): string {
  const { questions, hidden, embargoed } = state;
  const isShown = (id: string) =>
    questions.get(id)?.withdrawn === false && !hidden.has(id) && !embargoed.has(id);
  return mergedWayOf(state, questionId).findLast(isShown) ?? questionId;
}

/** The question itself first, then what it was merged into, and what that was merged into. */
export function mergedWayOf({ questions }: Pick<DebateState, 'questions'>, questionId: string): string[] {
  const path = new Set([questionId]);
  for (const id of path) {
    const next = questions.get(id)?.into ?? null;
    if (next !== null) path.add(next);
  }
  return [...path];
}
