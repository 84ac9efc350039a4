import type { Effect, EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { authorOf } from '../visibility/hidden-content.ts';
import { markOf, withMark } from './marks.ts';
import { logModeration } from './moderation-log.ts';

type MarkEffect = Extract<Effect, { type: `flag.${string}` }>;

/** Folds moderators' flags and their authors' answers. */
export function evolveMark(state: DebateState, effect: MarkEffect, entry: EntryFrame): DebateState {
  const { on, what } = effect;
  switch (effect.type) {
    case 'flag.set': {
      if (authorOf(state, on) === undefined) return state;
      const { other, note, revised, unlogged } = effect;
      const marked = withMark(state, on, what, { what, other, note, by: entry.actor, at: entry.at, revised });
      return unlogged
        ? marked
        : logModeration(marked, entry, { what: 'flagged', on: [on], reason: what, note });
    }
    case 'flag.cleared': {
      if (!markOf(state, on, what)) return state;
      const unmarked = withMark(state, on, what, null);
      // Named, not counted: a removed flag counts no longer.
      return effect.unlogged
        ? unmarked
        : logModeration(unmarked, entry, { what: 'unflagged', on: [on], reason: what, note: '' });
    }
    case 'flag.answered': {
      const mark = markOf(state, on, what);
      return mark ? withMark(state, on, what, { ...mark, revised: effect.revised }) : state;
    }
  }
}
