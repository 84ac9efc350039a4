import { withShown } from '../contributions/with-latest.ts';
import type { EffectOf } from '../engine/define-event.ts';
import type { EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { logModeration } from '../moderation-log/moderation-log.ts';
import { authorOf } from '../visibility/hidden-content.ts';
import { hideContent } from '../visibility/hide-content.ts';
import { recounted } from '../votes/vote-count.ts';

type ModerationEffect = EffectOf<
  'content.hidden' | 'content.restored' | 'content.resubmitted' | 'content.sentBack'
>;

/** Folds what moderators do to contributions, and records it in the moderation log. Meanwhile, hidden merged claims do not count. */
export function evolveModeration(
  state: DebateState,
  effect: ModerationEffect,
  entry: EntryFrame,
): DebateState {
  const next = apply(state, effect, entry);
  return state.merges.size > 0 ? recounted(state, next, effect.ids) : next;
}

function apply(state: DebateState, effect: ModerationEffect, entry: EntryFrame): DebateState {
  switch (effect.type) {
    case 'content.hidden': {
      const { reason, note } = effect;
      const ids = effect.ids.filter((id) => authorOf(state, id) !== undefined);
      if (ids.length === 0) return state;
      const hidden = hideContent(state, ids, 'hidden', { by: entry.actor, at: entry.at, reason, note });
      return logModeration(hidden, entry, { what: 'hidden', on: ids, reason, note });
    }
    case 'content.restored': {
      const ids = effect.ids.filter((id) => state.hidden.has(id));
      if (ids.length === 0) return state;
      const what = ids.some((id) => state.hidden.get(id)?.status === 'hidden') ? 'restored' : 'accepted';
      const hidden = state.hidden.deleteAll(ids);
      const shown = { ...state, hidden };
      // Nobody could read accepted content before.
      const dated = what === 'accepted' ? withShown(shown, ids, entry.at) : shown;
      return logModeration(dated, entry, { what, on: ids, reason: '', note: '' });
    }
    case 'content.resubmitted': {
      const ids = effect.ids.filter((id) => authorOf(state, id) !== undefined);
      if (ids.length === 0) return state;
      const held = hideContent(state, ids, 'pending_approval', { by: entry.actor, at: entry.at });
      return logModeration(held, entry, { what: 'resubmitted', on: ids, reason: '', note: '' });
    }
    case 'content.sentBack': {
      const { reason, note } = effect;
      const ids = effect.ids.filter((id) => state.hidden.has(id));
      if (ids.length === 0) return state;
      const returned = hideContent(state, ids, 'sent_back', { by: entry.actor, at: entry.at, reason, note });
      return logModeration(returned, entry, { what: 'sent_back', on: ids, reason, note });
    }
  }
}
