import type { Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { isShown } from '../debate/map/tree.ts';
import { ClaimsBelow } from './claims-below.ts';
import type { FrontBox, FrontLayout } from './front-box.ts';
import { type FrontOptions, layFrontSteps } from './lay-front.ts';
import { withFuture } from './with-future.ts';

/**
 * Lays out moments of one debate so that nothing moves between them: each claim has its place of the end, and is absent before it
 * was written. Only what was moved, retracted or merged makes others move.
 */
export class Replay {
  readonly final: DebateState;
  readonly #below = new ClaimsBelow();
  readonly #whole = new WeakMap<FrontLayout, FrontLayout>();

  /** `final`: the last moment, as the viewer sees it. */
  constructor(final: DebateState) {
    this.final = final;
  }

  /** Layout of a moment. `options.below` follows the states with future claims. */
  *steps(past: DebateState, options: FrontOptions): Steps<FrontLayout> {
    const whole = yield* layFrontSteps(yield* withFuture(past, this.final), options);
    yield* this.#below.follow(past);
    const layout = withoutFuture(whole, past, this.#below);
    this.#whole.set(layout, whole);
    return layout;
  }

  /** The layout with future claims from which a moment's was made. */
  wholeOf(layout: FrontLayout): FrontLayout {
    return this.#whole.get(layout) ?? layout;
  }
}

/** Leaves out what isn't there yet, and counts what is. */
function withoutFuture(whole: FrontLayout, past: DebateState, below: ClaimsBelow): FrontLayout {
  const there = new Map<string, FrontBox>();
  for (const box of whole.boxes) {
    const seen = boxThen(box, there, past, below);
    if (seen) there.set(box.id, seen);
  }
  const boxes = [...there.values()].map((box): FrontBox => {
    const children = box.children.filter((id) => there.has(id));
    const siblings = whole.byId.get(box.parent ?? '')?.children.filter((id) => there.has(id)) ?? [box.id];
    return { ...box, children, place: siblings.indexOf(box.id) + 1, siblings: siblings.length };
  });
  return { ...whole, boxes, byId: new Map(boxes.map((box) => [box.id, box])) };
}

/** A box as it was; `null` if it wasn't there. */
function boxThen(
  box: FrontBox,
  there: ReadonlyMap<string, FrontBox>,
  past: DebateState,
  below: ClaimsBelow,
): FrontBox | null {
  if (box.parent !== null && !there.has(box.parent)) return null;
  const counts = below.of(box.id);
  switch (box.kind) {
    case 'motion':
      return { ...box, counts };
    case 'position':
      return past.positions.has(box.id) ? { ...box, counts } : null;
    case 'claim': {
      const claim = past.claims.get(box.id);
      if (!claim || !isShown(past, claim)) return null;
      return { ...box, counts, folded: box.look === 'open' ? 0 : counts.below };
    }
    case 'more': {
      if (box.look === 'empty') return box;
      const parent = there.get(box.parent ?? '');
      const shown = new Set(parent?.children ?? []);
      const more = below.under(box.parent ?? '').filter((id) => !shown.has(id)).length;
      return more === 0 ? null : { ...box, more };
    }
    case 'ghost':
      return box;
  }
}
