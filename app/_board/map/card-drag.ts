import type { OperationOf } from '../../../domain/debate/operations.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import type { DebateState } from '../../../domain/debate/state.ts';
import { parentLinkOf } from '../../../domain/debate/tree.ts';
import type { Point } from '../../../domain/layout/map-geometry.ts';
import type { MapBox } from '../../../domain/layout/place-boxes.ts';

/** Where a carried card would land: under another, or beside it among its siblings. */
export interface Drop {
  readonly box: MapBox;
  readonly side: 'under' | 'before' | 'after';
  readonly operation: OperationOf<'claim.move'>;
  /** Why it may not land there; null where it may. */
  readonly refusal: Rejection | null;
}

export interface Carried {
  readonly claimId: string;
  readonly at: Point;
  readonly drop: Drop | null;
}

/** What is being carried over the map; apart from React, so that only its own layer renders while it moves. */
export class CardDrag {
  #carried: Carried | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly carried = (): Carried | null => this.#carried;

  set(carried: Carried | null): void {
    this.#carried = carried;
    for (const listener of this.#listeners) listener();
  }
}

/** The move that dropping a claim at this height (0 to 1) of a box asks for; null where it would land on itself. */
export function moveTo(
  state: DebateState,
  claimId: string,
  box: MapBox,
  height: number,
): Pick<Drop, 'side' | 'operation'> | null {
  const link = parentLinkOf(state, claimId);
  if (!link || box.id === claimId || box.kind === 'motion' || box.kind === 'ghost') return null;
  const move = { type: 'claim.move', claimId } as const;
  const beside = box.kind === 'claim' && (height < 0.25 || height > 0.75);
  const other = beside ? parentLinkOf(state, box.id) : undefined;
  if (!other) {
    const target = { kind: box.kind, id: box.id } as const;
    return { side: 'under', operation: { ...move, target, relation: link.relation } };
  }
  const { target } = other;
  const relation = target.kind === 'link' ? 'attack' : link.relation;
  if (height > 0.75) return { side: 'after', operation: { ...move, target, relation, after: other.id } };
  const siblings = (state.childLinks.get(target.id) ?? []).filter((id) => id !== link.id);
  const after = siblings[siblings.indexOf(other.id) - 1] ?? null;
  return { side: 'before', operation: { ...move, target, relation, after } };
}
