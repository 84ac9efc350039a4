import { flushSync } from 'react-dom';
import type { Steps } from '../../../domain/debate/steps.ts';
import { foldedAtFirst, listedAtOnce } from '../../../domain/outline/outline-depth.ts';
import type { OutlineNode } from '../../../domain/outline/outline-tree.ts';
import type { BoardStore } from '../store/board-store.ts';
import { Listing } from './listing.ts';

/** Milliseconds of work in one frame when many lines are folded or unfolded: the page answers meanwhile. */
const SLICE = 8;

/** Which lines of the outline are folded, and how much of a long list is shown. Each line hears only of itself. */
export class Folds {
  readonly listing: Listing;
  readonly #folded: Set<string>;
  readonly #listeners = new Map<string, () => void>();
  readonly #cut: ReadonlySet<string>;
  #steps: Steps<void> | null = null;

  constructor(cut: ReadonlySet<string>, listing: Listing) {
    this.listing = listing;
    this.#folded = new Set(cut);
    this.#cut = cut;
  }

  isFolded(id: string): boolean {
    return this.#folded.has(id);
  }

  /** Is a line folded still that was so at first, for what stands under it would be too much for the page? */
  isCut(id: string): boolean {
    return this.#cut.has(id) && this.isFolded(id);
  }

  /** Hears when a line is folded or unfolded; a line is on the page once. */
  subscribe(id: string, listener: () => void): () => void {
    this.#listeners.set(id, listener);
    return () => {
      if (this.#listeners.get(id) === listener) this.#listeners.delete(id);
    };
  }

  toggle(id: string): void {
    this.#set([id], !this.isFolded(id));
  }

  fold(ids: Iterable<string>): void {
    this.#set(ids, true);
  }

  unfold(ids: Iterable<string>): void {
    this.#set(ids, false);
  }

  /** Shows every line up to a level and folds what is deeper: as much in a frame as leaves the page time to answer. */
  showTo(level: number, roots: readonly OutlineNode[]): void {
    const nodes = inReadingOrder(roots).filter(({ children }) => children.length > 0);
    // From the deepest on, so that what is taken away at once is never much.
    const folding = nodes.filter((node) => node.level >= level && !this.isFolded(node.id)).reverse();
    const unfolding = nodes.filter((node) => node.level < level && this.isFolded(node.id));
    this.#work(inSteps(this, folding, unfolding));
  }

  /**
   * Does steps, beginning now, some behind each frame: in a task apart from the drawing, as the memory they take has the
   * browser tidy up meanwhile. What was under way before is given up.
   */
  #work(steps: Steps<void>): void {
    this.#steps = steps;
    const go = () => {
      if (this.#steps !== steps) return;
      const end = performance.now() + SLICE;
      let step = steps.next();
      while (!step.done && performance.now() < end) step = steps.next();
      if (!step.done) requestAnimationFrame(() => setTimeout(go));
    };
    go();
  }

  #set(ids: Iterable<string>, folded: boolean): void {
    for (const id of ids) {
      if (this.isFolded(id) === folded) continue;
      if (folded) this.#folded.add(id);
      else this.#folded.delete(id);
      this.#listeners.get(id)?.();
    }
  }
}

/** One line a step, drawn at once: only so is it known how long that takes. */
function* inSteps(
  folds: Folds,
  folding: readonly OutlineNode[],
  unfolding: readonly OutlineNode[],
): Steps<void> {
  for (const { id } of folding) {
    flushSync(() => folds.fold([id]));
    yield;
  }
  for (const { id } of unfolding) {
    flushSync(() => folds.unfold([id]));
    yield;
  }
}

const known = new WeakMap<BoardStore, Folds>();

/**
 * The folds of a board: kept for as long as its page is, whichever view is shown meanwhile. `after`: the claim behind which
 * the page begins to list those beside it.
 */
export function foldsOf(store: BoardStore, roots: readonly OutlineNode[], after?: string): Folds {
  const kept = known.get(store);
  if (kept) return kept;
  const listing = new Listing(listedAtOnce(roots));
  for (const { id, children } of roots) {
    const last = after === undefined ? -1 : children.findIndex((child) => child.id === after);
    if (last >= 0) listing.beginAt(id, last + 1);
  }
  const made = new Folds(foldedAtFirst(roots), listing);
  known.set(store, made);
  return made;
}

function inReadingOrder(roots: readonly OutlineNode[]): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  const open = [...roots].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    open.push(...[...node.children].reverse());
  }
  return nodes;
}
