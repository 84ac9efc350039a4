import type { DebateState } from '#domain/debate/engine/state.ts';
import { type Bearing, bearingOf } from '#domain/debate/map/link.ts';
import { shownPositions } from '#domain/debate/map/positions-in-order.ts';
import { childrenOf, isShown, parentLinkOf } from '#domain/debate/map/tree.ts';

/** A line of the debate in the order of the outline. */
export interface SideRow {
  readonly id: string;
  /** 0 for positions. */
  readonly depth: number;
  /** `null` for positions. */
  readonly bearing: Bearing | null;
}

/** The positions and shown claims, in the order of the outline. */
export function sideRows(state: DebateState): SideRow[] {
  const rows: SideRow[] = [];
  // A stack, because people decide the depth.
  const waiting: SideRow[] = [];
  const add = (kind: 'claim' | 'position', id: string, depth: number) => {
    for (const claim of childrenOf(state, { kind, id }).toReversed()) {
      const link = parentLinkOf(state, claim.id);
      if (link && isShown(state, claim)) waiting.push({ id: claim.id, depth, bearing: bearingOf(link) });
    }
  };
  for (const { id } of shownPositions(state)) {
    rows.push({ id, depth: 0, bearing: null });
    add('position', id, 1);
    for (let row = waiting.pop(); row; row = waiting.pop()) {
      rows.push(row);
      add('claim', row.id, row.depth + 1);
    }
  }
  return rows;
}
