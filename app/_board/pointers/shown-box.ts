import { ancestorsOf, laneOf } from '../../../domain/debate/claims/tree.ts';
import type { DebateState } from '../../../domain/debate/engine/state.ts';
import type { FrontBox, FrontLayout } from '../../../domain/front/front-box.ts';

/** The box of something as this map shows it: where it is folded away, what it is folded into. */
export function shownBox(layout: FrontLayout, state: DebateState, id: string): FrontBox | undefined {
  const own = layout.byId.get(id);
  if (own) return own;
  const above = [...ancestorsOf(state, id), laneOf(state, id) ?? ''];
  return above.flatMap((one) => layout.byId.get(one) ?? [])[0];
}
