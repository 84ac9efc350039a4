import { finish, type Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { countCommentsAt } from '../debate/lineage/merged-contents.ts';
import type { Claim } from '../debate/map/claim.ts';
import { type Bearing, bearingOf } from '../debate/map/link.ts';
import { shownPositions } from '../debate/map/positions-in-order.ts';
import { childrenOf, isShown, parentLinkOf } from '../debate/map/tree.ts';
import type { Position } from '../debate/positions/position.ts';
import { changedLines } from './outline-changes.ts';

/** A line of the outline with its descendants. Immutable: unchanged lines stay the same object. */
export interface OutlineNode {
  readonly id: string;
  /** 1 for a position, 2 for its direct replies, and so on. */
  readonly level: number;
  /** Its place among its siblings, from 1, and their number. */
  readonly place: number;
  readonly siblings: number;
  /** Its number in the whole debate, like a chapter: `1.2.3`. */
  readonly number: string;
  /** The position itself, or the one it belongs to. */
  readonly position: Position | undefined;
  /** Undefined for a position. */
  readonly claim: Claim | undefined;
  readonly bearing: Bearing | undefined;
  /** Number of its visible comments. */
  readonly comments: number;
  readonly children: readonly OutlineNode[];
  /** Number of its descendants. */
  readonly below: number;
}

/** The whole debate as an outline, by position. */
export interface OutlineTree {
  /** The state it is the outline of. */
  readonly state: DebateState;
  readonly positions: readonly OutlineNode[];
  readonly byId: ReadonlyMap<string, OutlineNode>;
}

interface Open {
  readonly own: Omit<OutlineNode, 'children' | 'below'>;
  readonly parent: Open | null;
  readonly children: OutlineNode[];
  readonly waiting: readonly Claim[];
  next: number;
}

/**
 * The outline of a debate. Nodes of `before` that are still valid are reused, so that only changed lines are rendered again, and branches
 * without changes are skipped: a vote among 10,000 claims costs little. Iterative: trees may be very deep.
 */
export function outlineTree(state: DebateState, before?: OutlineTree): OutlineTree {
  return finish(outlineSteps(state, before));
}

/** The same in small steps, for the first outline of many claims. */
export function* outlineSteps(state: DebateState, before?: OutlineTree): Steps<OutlineTree> {
  const changed = before ? changedLines(before.state, state) : null;
  const kept = changed ? before : undefined;
  const byId = new Map(kept?.byId);
  const gone = new Set<OutlineNode>();
  const placed = new Set<string>();
  const shown = shownPositions(state);
  const positions: OutlineNode[] = [];
  for (const [at, position] of shown.entries()) {
    let open: Open | null = openPosition(state, position, at, shown.length);
    let done: OutlineNode | undefined;
    while (open) {
      const claim: Claim | undefined = open.waiting[open.next];
      if (claim) {
        open.next += 1;
        const own = ownOf(state, claim, open);
        const was = kept?.byId.get(claim.id);
        placed.add(claim.id);
        if (was && !changed?.has(claim.id) && isOwn(was, own)) open.children.push(was);
        else open = openClaim(state, own, open);
        continue;
      }
      const was = before?.byId.get(open.own.id);
      done = close(open, was);
      if (done !== was) for (const child of was?.children ?? []) gone.add(child);
      byId.set(done.id, done);
      open.parent?.children.push(done);
      open = open.parent;
      yield;
    }
    positions.push(done as OutlineNode);
  }
  if (kept) takeOut(byId, [...gone], placed);
  return { state, positions, byId };
}

/** Removes lines that no longer exist, with their descendants. */
function takeOut(byId: Map<string, OutlineNode>, gone: OutlineNode[], placed: ReadonlySet<string>): void {
  for (let node = gone.pop(); node; node = gone.pop()) {
    if (placed.has(node.id)) continue;
    byId.delete(node.id);
    gone.push(...node.children);
  }
}

/** True if two states have the same outline. The comparison is cheap; building it again costs some milliseconds for a large one. */
export function sameOutline(before: DebateState, after: DebateState): boolean {
  return (
    before.claims === after.claims &&
    before.links === after.links &&
    before.positions === after.positions &&
    before.comments === after.comments &&
    before.merges === after.merges
  );
}

function shownUnder(state: DebateState, kind: 'position' | 'claim', id: string): Claim[] {
  return childrenOf(state, { kind, id }).filter((claim) => isShown(state, claim));
}

function openPosition(state: DebateState, position: Position, at: number, siblings: number): Open {
  const { id } = position;
  const own = {
    id,
    level: 1,
    place: at + 1,
    siblings,
    number: `${at + 1}`,
    position,
    claim: undefined,
    bearing: undefined,
    comments: countCommentsAt(state, { kind: 'position', id }),
  };
  return { own, parent: null, children: [], waiting: shownUnder(state, 'position', id), next: 0 };
}

function openClaim(state: DebateState, own: Open['own'], parent: Open): Open {
  return { own, parent, children: [], waiting: shownUnder(state, 'claim', own.id), next: 0 };
}

/** The properties of a line itself, as the next child of its parent. */
function ownOf(state: DebateState, claim: Claim, { own: parent, next, waiting }: Open): Open['own'] {
  const parentLink = parentLinkOf(state, claim.id);
  return {
    id: claim.id,
    level: parent.level + 1,
    place: next,
    siblings: waiting.length,
    number: `${parent.number}.${next}`,
    position: claim.positionId === null ? undefined : state.positions.get(claim.positionId),
    claim,
    bearing: parentLink && bearingOf(parentLink),
    comments: countCommentsAt(state, { kind: 'claim', id: claim.id }),
  };
}

function close({ own, children }: Open, before: OutlineNode | undefined): OutlineNode {
  if (before && isSame(before, own, children)) return before;
  const below = children.reduce((sum, child) => sum + child.below + 1, 0);
  return { ...own, children, below };
}

function isSame(before: OutlineNode, own: Open['own'], children: readonly OutlineNode[]): boolean {
  return (
    isOwn(before, own) &&
    before.children.length === children.length &&
    before.children.every((child, at) => child === children[at])
  );
}

function isOwn(before: OutlineNode, own: Open['own']): boolean {
  return (
    before.claim === own.claim &&
    before.position === own.position &&
    before.number === own.number &&
    before.siblings === own.siblings &&
    before.bearing === own.bearing &&
    before.comments === own.comments
  );
}
