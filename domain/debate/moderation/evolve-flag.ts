import type { Effect, EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { logModeration } from '../moderation-log/moderation-log.ts';
import { authorOf } from '../visibility/hidden-content.ts';
import { flagOf, withFlag } from './flags.ts';

type FlagEffect = Extract<Effect, { type: `flag.${string}` }>;

/** Folds moderators' flags and their authors' answers. */
export function evolveFlag(state: DebateState, effect: FlagEffect, entry: EntryFrame): DebateState {
  const { on, what } = effect;
  switch (effect.type) {
    case 'flag.set': {
      if (authorOf(state, on) === undefined) return state;
      const { other, note, revised, unlogged } = effect;
      const marked = withFlag(state, on, what, { what, other, note, by: entry.actor, at: entry.at, revised });
      return unlogged
        ? marked
        : logModeration(marked, entry, { what: 'flagged', on: [on], reason: what, note });
    }
    case 'flag.cleared': {
      if (!flagOf(state, on, what)) return state;
      const unmarked = withFlag(state, on, what, null);
      // Named, not counted: a removed flag counts no longer.
      return effect.unlogged
        ? unmarked
        : logModeration(unmarked, entry, { what: 'unflagged', on: [on], reason: what, note: '' });
    }
    case 'flag.answered': {
      const mark = flagOf(state, on, what);
      return mark ? withFlag(state, on, what, { ...mark, revised: effect.revised }) : state;
    }
  }
}
