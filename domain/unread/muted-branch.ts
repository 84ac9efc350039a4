import type { DebateState } from '../debate/engine/state.ts';
import { dependencyPath } from '../debate/visibility/hidden-content.ts';

/** Returns which of a person's muted branches, the nearest, a claim, link or comment is in; `null`: in none. */
export function mutedBranchOf(state: DebateState, id: string, muted: readonly string[]): string | null {
  if (muted.length === 0) return null;
  for (const each of dependencyPath(state, id)) if (muted.includes(each)) return each;
  return null;
}
