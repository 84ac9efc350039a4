import type { DebateState } from '../engine/state.ts';
import { NAMES, type Names } from './head.ts';

/** The setting for whose names are shown in a debate. */
export function namesIn({ head }: DebateState): Names {
  return head?.settings.names ?? 'shown';
}

/** True if nobody may know who wrote what. */
export function isAnonymous(state: DebateState): boolean {
  return namesIn(state) === 'anonymous';
}

/** True if names would be shown to more people than now. */
export function isLooser(wanted: Names | undefined, now: Names): boolean {
  return wanted !== undefined && NAMES.indexOf(wanted) < NAMES.indexOf(now);
}
