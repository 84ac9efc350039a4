import type { DebateState } from '../../../domain/debate/state.ts';
import { ancestorsOf, laneOf } from '../../../domain/debate/tree.ts';
import type { MapLayout } from '../../../domain/layout/map-layout.ts';
import type { MapBox } from '../../../domain/layout/place-boxes.ts';

/** The box of something as this map shows it: where it is folded away, what it is folded into. */
export function shownBox(layout: MapLayout, state: DebateState, id: string): MapBox | undefined {
  const own = layout.byId.get(id);
  if (own) return own;
  const above = [...ancestorsOf(state, id), laneOf(state, id) ?? ''];
  return above.flatMap((one) => layout.byId.get(one) ?? [])[0];
}
