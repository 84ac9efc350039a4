import type { DebateState } from '../debate/engine/state.ts';
import type { Target } from '../debate/map/link.ts';
import { mergedWay } from '../debate/map/merged.ts';
import { authorOf } from '../debate/visibility/hidden-content.ts';

/** The people whose claim or link this is: the author of the claim and of what it was merged into, or of the link. */
export function authorsAt(state: DebateState, { kind, id }: Target): string[] {
  if (kind === 'position') return [];
  if (kind === 'link') return [state.links.get(id)?.author ?? []].flat();
  return mergedWay(state, id).flatMap((each) => authorOf(state, each) ?? []);
}
