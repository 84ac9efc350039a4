import type { Claim, DebateState, Link, Position, Relation } from '../debate/state.ts';
import { childrenOf, isShown, parentLinkOf } from '../debate/tree.ts';

/** How a claim bears on what it stands under; an undercut attacks a step, not a claim. */
export type OutlineBearing = Relation | 'undercut';

/** A line of the outline with all that stands under it. Immutable: what did not change is the same object as before. */
export interface OutlineNode {
  readonly id: string;
  /** 1 for a position, 2 for what answers it, and so on. */
  readonly level: number;
  /** Its place among those beside it, from 1, and how many they are. */
  readonly place: number;
  readonly siblings: number;
  /** Its number in the whole debate, as in a book: `1.2.3`. */
  readonly number: string;
  /** The position it is, or that holds it. */
  readonly position: Position | undefined;
  /** None for a position. */
  readonly claim: Claim | undefined;
  readonly bearing: OutlineBearing | undefined;
  /** Comments on it that stand. */
  readonly comments: number;
  readonly children: readonly OutlineNode[];
  /** Claims under it, however deep. */
  readonly below: number;
}

/** The whole debate as an outline, by position. */
export interface OutlineTree {
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
 * The outline of a debate. Nodes of `before` that are still right are kept as they are, so that only lines that changed
 * are drawn again. Iterative: its depth is made by people.
 */
export function outlineTree(state: DebateState, before?: OutlineTree): OutlineTree {
  const byId = new Map<string, OutlineNode>();
  const shown = positionsOf(state);
  const positions = shown.map((position, at) => {
    let open: Open | null = openPosition(state, position, at, shown.length);
    let done: OutlineNode | undefined;
    while (open) {
      const claim: Claim | undefined = open.waiting[open.next];
      if (claim) {
        open.next += 1;
        open = openClaim(state, claim, open);
        continue;
      }
      done = close(open, before?.byId.get(open.own.id));
      byId.set(done.id, done);
      open.parent?.children.push(done);
      open = open.parent;
    }
    return done as OutlineNode;
  });
  return { positions, byId };
}

/** Do two states have the same outline? Asking costs nothing; making it again costs some milliseconds for a large one. */
export function sameOutline(before: DebateState, after: DebateState): boolean {
  return (
    before.claims === after.claims &&
    before.links === after.links &&
    before.positions === after.positions &&
    before.comments === after.comments
  );
}

/** Positions in order, removed ones only while claims still stand under them. */
function positionsOf(state: DebateState): Position[] {
  return [...state.positions.values()]
    .filter(({ id, removed }) => !removed || shownUnder(state, 'position', id).length > 0)
    .sort((a, b) => (a.order < b.order || (a.order === b.order && a.id < b.id) ? -1 : 1));
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
    comments: commentsOn(state, id),
  };
  return { own, parent: null, children: [], waiting: shownUnder(state, 'position', id), next: 0 };
}

function openClaim(state: DebateState, claim: Claim, parent: Open): Open {
  const { id } = claim;
  const own = {
    id,
    level: parent.own.level + 1,
    place: parent.next,
    siblings: parent.waiting.length,
    number: `${parent.own.number}.${parent.next}`,
    position: claim.positionId === null ? undefined : state.positions.get(claim.positionId),
    claim,
    bearing: bearingOf(parentLinkOf(state, id)),
    comments: commentsOn(state, id),
  };
  return { own, parent, children: [], waiting: shownUnder(state, 'claim', id), next: 0 };
}

function bearingOf(link: Link | undefined): OutlineBearing | undefined {
  return link?.target.kind === 'link' ? 'undercut' : link?.relation;
}

function commentsOn(state: DebateState, id: string): number {
  let count = 0;
  for (const comment of state.commentsOn.get(id) ?? []) {
    if (!state.comments.get(comment)?.withdrawn) count += 1;
  }
  return count;
}

function close({ own, children }: Open, before: OutlineNode | undefined): OutlineNode {
  if (before && isSame(before, own, children)) return before;
  const below = children.reduce((sum, child) => sum + child.below + 1, 0);
  return { ...own, children, below };
}

function isSame(before: OutlineNode, own: Open['own'], children: readonly OutlineNode[]): boolean {
  return (
    before.claim === own.claim &&
    before.position === own.position &&
    before.number === own.number &&
    before.siblings === own.siblings &&
    before.bearing === own.bearing &&
    before.comments === own.comments &&
    before.children.length === children.length &&
    before.children.every((child, at) => child === children[at])
  );
}
