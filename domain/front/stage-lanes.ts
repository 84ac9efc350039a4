import type { DebateState } from '../debate/engine/state.ts';
import { shownPositions } from '../debate/map/positions-in-order.ts';
import type { Position } from '../debate/positions/position.ts';
import type { ClaimsBelow } from './claims-below.ts';
import { shareRows, shownOf } from './row-budget.ts';

/** A position with the first-level claims that fit a screen without controls. */
export interface StageLane {
  readonly position: Position;
  readonly shown: readonly string[];
  /** Number of omitted first-level claims. */
  readonly more: number;
}

/**
 * Shares `rows` among the positions, like the front of the board. Claims in `kept` stay; the others come in the order of their
 * replies and votes. `below` follows this state.
 */
export function stageLanes(
  state: DebateState,
  below: ClaimsBelow,
  rows: number,
  kept: ReadonlySet<string>,
): readonly StageLane[] {
  const positions = shownPositions(state);
  const lists = positions.map(({ id }) => below.under(id));
  const shares = shareRows(
    Math.max(rows, positions.length),
    lists.map(({ length }) => length),
  );
  return positions.map((position, at) => {
    const ids = lists[at] ?? [];
    const shown = shownOf(
      ids.map((id) => ({ id, weight: weightOf(state, below, id), needed: false, wasShown: kept.has(id) })),
      shares[at] ?? 0,
    );
    return { position, shown: ids.filter((id) => shown.has(id)), more: ids.length - shown.size };
  });
}

function weightOf(state: DebateState, below: ClaimsBelow, id: string): number {
  const { agree, disagree, pass } = state.claims.get(id)?.tally ?? { agree: 0, disagree: 0, pass: 0 };
  return below.of(id).below + agree + disagree + pass;
}
