import type { Spotlight } from '../debate/meetings/meeting.ts';

/** What somebody is at when the light moves. */
export interface Looking {
  /** They type, or have something half written open. */
  readonly isWriting: boolean;
  /** They follow the light: they have not moved by themselves since they chose to. */
  readonly follows: boolean;
}

/**
 * What becomes of one's view when the light moves: it goes there, one is asked there, or it stays. `before` is the light as one
 * last knew it; null: there was none.
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
