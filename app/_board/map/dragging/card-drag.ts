import { Listeners } from '#app/_ui/listeners.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isShown, parentLinkOf } from '#domain/debate/map/tree.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import type { Point } from '#domain/layout/map-geometry.ts';

/** Landing place of a dragged card: under another, or beside it among its siblings. */
export interface Drop {
  readonly box: FrontBox;
  readonly side: 'under' | 'before' | 'after';
  readonly operation: OperationOf<'claim.move'>;
  /** The claims it would be placed between; `null` if there is none, or if it lands under the box. */
  readonly above: string | null;
  readonly below: string | null;
  /** True if it would reply to something else than now: then the participant may choose the relation again. */
  readonly elsewhere: boolean;
  /** Why it may not land there; `null` if it may. */
  readonly refusal: Rejection | null;
}

export interface Carried {
  readonly claimId: string;
  readonly at: Point;
  readonly drop: Drop | null;
  /** Dragged by a finger, which covers what is under it. */
  readonly byTouch: boolean;
}

/** A card dropped on something else to reply to: the relation is still to be chosen. */
export interface Landing {
  readonly claimId: string;
  readonly at: Point;
  readonly drop: Drop;
}

/** The drag in progress on the map; outside of React, so that only its own layer renders while it moves. */
export class CardDrag {
  #carried: Carried | null = null;
  #landing: Landing | null = null;
  readonly #listeners = new Listeners();

  readonly subscribe = this.#listeners.subscribe;

  readonly carried = (): Carried | null => this.#carried;

  readonly landing = (): Landing | null => this.#landing;

  set(carried: Carried | null): void {
    this.#carried = carried;
    this.#listeners.notify();
  }

  /** Asks for the relation; `null`: it was chosen, or the drag was canceled. */
  land(landing: Landing | null): void {
    this.#landing = landing;
    this.#listeners.notify();
  }
}

/** Returns the move for dropping a claim at this height (0 to 1) of a box; `null` if it would land on itself. */
export function moveTo(
  state: DebateState,
  claimId: string,
  box: FrontBox,
  height: number,
): Omit<Drop, 'box' | 'refusal'> | null {
  const link = parentLinkOf(state, claimId);
  if (!link || box.id === claimId || (box.kind !== 'claim' && box.kind !== 'position')) return null;
  const move = { type: 'claim.move', claimId } as const;
  const beside = box.kind === 'claim' && (height < 0.25 || height > 0.75);
  const other = beside ? parentLinkOf(state, box.id) : undefined;
  if (!other) {
    const target = { kind: box.kind, id: box.id } as const;
    const operation = { ...move, target, relation: link.relation };
    return { side: 'under', operation, above: null, below: null, elsewhere: box.id !== link.target.id };
  }
  const { target } = other;
  const relation = target.kind === 'link' ? 'attack' : link.relation;
  const elsewhere = target.id !== link.target.id && target.kind !== 'link';
  const siblings = (state.childLinks.get(target.id) ?? []).filter(
    (id) => id !== link.id && isThere(state, id),
  );
  const at = siblings.indexOf(other.id);
  const claimAt = (index: number) => state.links.get(siblings[index] ?? '')?.from ?? null;
  if (height > 0.75) {
    const operation = { ...move, target, relation, after: other.id };
    return { side: 'after', operation, above: box.id, below: claimAt(at + 1), elsewhere };
  }
  const operation = { ...move, target, relation, after: siblings[at - 1] ?? null };
  return { side: 'before', operation, above: claimAt(at - 1), below: box.id, elsewhere };
}

function isThere(state: DebateState, linkId: string): boolean {
  const claim = state.claims.get(state.links.get(linkId)?.from ?? '');
  return claim !== undefined && isShown(state, claim);
}
