import type { DebateState } from '../engine/state.ts';
import { NAMES, type Names } from '../settings/head.ts';

/** What is told of who wrote what in a debate. */
export function namesIn({ head }: DebateState): Names {
  return head?.settings.names ?? 'shown';
}

/** Does nobody learn who wrote what? */
export function isAnonymous(state: DebateState): boolean {
  return namesIn(state) === 'anonymous';
}

/** Would names be told to more people than now? */
export function isLooser(wanted: Names | undefined, now: Names): boolean {
  return wanted !== undefined && NAMES.indexOf(wanted) < NAMES.indexOf(now);
}
