import { about, type EffectOf, type EventDefinitions } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { evolveLocked, evolveUnlocked } from './evolve-lock.ts';

/** The meaning of each of these events. */
export const LOCK_EVENTS: EventDefinitions<'content.locked' | 'content.unlocked'> = {
  'content.locked': { evolve: evolveLocked, invert: invertLocked, subject: about.on, sentAs: 'entry' },
  'content.unlocked': { evolve: evolveUnlocked, invert: invertUnlocked, subject: about.on, sentAs: 'entry' },
};

function invertLocked(before: DebateState, { on }: EffectOf<'content.locked'>): Operation {
  const lock = before.locks.get(on);
  return lock ? { type: 'content.lock', on, branch: lock.branch } : { type: 'content.unlock', on };
}

function invertUnlocked(before: DebateState, { on }: EffectOf<'content.unlocked'>): Operation | null {
  const lock = before.locks.get(on);
  return lock ? { type: 'content.lock', on: lock.id, branch: lock.branch } : null;
}
