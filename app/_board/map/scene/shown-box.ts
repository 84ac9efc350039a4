import type { DebateState } from '#domain/debate/engine/state.ts';
import { ancestorsOf, laneOf } from '#domain/debate/map/tree.ts';
import type { FrontBox, FrontLayout } from '#domain/front/front-box.ts';

/** Returns the box that shows something on this map: if it is folded, the one it is folded into. */
export function shownBox(layout: FrontLayout, state: DebateState, id: string): FrontBox | undefined {
  const own = layout.byId.get(id);
  if (own) return own;
  const above = [...ancestorsOf(state, id), laneOf(state, id) ?? ''];
  return above.flatMap((one) => layout.byId.get(one) ?? [])[0];
}
