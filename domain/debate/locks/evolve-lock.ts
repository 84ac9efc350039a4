import type { EffectOf } from '../engine/define-event.ts';
import type { EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { logModeration } from '../moderation-log/moderation-log.ts';
import { WHOLE_DEBATE } from './lock.ts';

/** Folds a lock. */
export function evolveLocked(
  state: DebateState,
  { on: id, branch, unlogged }: EffectOf<'content.locked'>,
  entry: EntryFrame,
): DebateState {
  const isThere = state.claims.has(id) || state.positions.has(id) || id === WHOLE_DEBATE;
  if (!isThere) return state;
  const locked = { ...state, locks: state.locks.set(id, { id, branch, by: entry.actor, at: entry.at }) };
  if (unlogged) return locked;
  return logModeration(locked, entry, { what: 'locked', on: [id], reason: '', note: '' });
}

/** Folds the end of a lock. */
export function evolveUnlocked(
  state: DebateState,
  { on: id, unlogged }: EffectOf<'content.unlocked'>,
  entry: EntryFrame,
): DebateState {
  if (!state.locks.has(id)) return state;
  const unlocked = { ...state, locks: state.locks.delete(id) };
  if (unlogged) return unlocked;
  return logModeration(unlocked, entry, { what: 'unlocked', on: [id], reason: '', note: '' });
}
