import type { Spotlight } from '../debate/meetings/meeting.ts';

/** The user's activity when the spotlight moves. */
export interface Looking {
  /** True while typing, or with unfinished text open. */
  readonly isWriting: boolean;
  /** True while following the spotlight: the user has not moved the view since they chose to. */
  readonly follows: boolean;
}

/**
 * The effect on the user's view when the spotlight moves: it goes there, the user is asked to go there, or it stays. `before` is the
 * spotlight as last known; `null`: there was none.
 */
export function moveFor(
  before: Spotlight | null,
  now: Spotlight | null,
  looking: Looking,
): 'go' | 'ask' | 'stay' {
  if (now === null) return 'stay';
  const isCalled = now.call > (before?.call ?? 0);
  const isElsewhere = now.on !== before?.on;
  if (!isCalled && !(isElsewhere && looking.follows)) return 'stay';
  if (!looking.isWriting) return 'go';
  return isCalled ? 'ask' : 'stay';
}
