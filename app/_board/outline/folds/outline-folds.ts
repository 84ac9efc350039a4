import { flushSync } from 'react-dom';
import type { Steps } from '#domain/collections/steps.ts';
import { foldedAtFirst, foldedToFront, listedAtOnce, opensAsFront } from '#domain/outline/outline-depth.ts';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import type { BoardStore } from '../../core/store/board-store.ts';
import { WIDE } from '../../core/view/wide.ts';
import { ListWindows } from './list-windows.ts';
import { keepUnfolded, storedUnfolded } from './unfolded-in-tab.ts';

/** Milliseconds of work in one frame when many lines are folded or unfolded: the page stays responsive. */
const SLICE = 8;

/** Which lines of the outline are folded, and how much of a long list is shown. Each line is notified only of its own changes. */
export class OutlineFolds {
  readonly listing: ListWindows;
  readonly #folded: Set<string>;
  readonly #listeners = new Map<string, () => void>();
  readonly #cut: ReadonlySet<string>;
  /** Claims folded because the outline opened as the debate's front; `null` if it opened whole. */
  readonly #front: Set<string> | null;
  readonly #unfolded: (ids: readonly string[]) => void;
  #isNotifying = false;
  #steps: Steps<void> | null = null;

  /** `front`: claims folded in addition to those the page leaves out. `unfolded` is called with those of them that are open. */
  constructor(
    cut: ReadonlySet<string>,
    listing: ListWindows,
    front: ReadonlySet<string> | null = null,
    unfolded: (ids: readonly string[]) => void = () => {},
  ) {
    this.listing = listing;
    this.#folded = new Set([...cut, ...(front ?? [])]);
    this.#cut = cut;
    this.#front = front && new Set(front);
    this.#unfolded = unfolded;
  }

  isFolded(id: string): boolean {
    return this.#folded.has(id);
  }

  /** True if a line is folded in the server's rendering. */
  isFoldedByServer(id: string): boolean {
    return this.#cut.has(id);
  }

  /** On a front, folds new claims directly below a position: only the number of their replies is shown there. */
  meet(positions: readonly OutlineNode[]): void {
    if (this.#front === null || !opensAsFront(positions)) return;
    for (const { children } of positions)
      for (const { id } of children) {
        if (this.#front.has(id)) continue;
        this.#front.add(id);
        this.#folded.add(id);
      }
  }

  /** True if a line is still folded because its replies were too many for the page. */
  isCut(id: string): boolean {
    return this.#cut.has(id) && this.isFolded(id);
  }

  /** Calls `listener` when a line is folded or unfolded; a line is on the page once. */
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

  /** Shows all lines up to a level and folds deeper ones: in each frame only as many as keep the page responsive. */
  showTo(level: number, roots: readonly OutlineNode[]): void {
    const nodes = inReadingOrder(roots).filter(({ children }) => children.length > 0);
    // Deepest first, so that never much is removed at once.
    const folding = nodes.filter((node) => node.level >= level && !this.isFolded(node.id)).reverse();
    const unfolding = nodes.filter((node) => node.level < level && this.isFolded(node.id));
    this.#work(inSteps(this, folding, unfolding));
  }

  /**
   * Runs steps, starting now, some after each frame: in a task separate from drawing, because the memory they take makes the browser
   * collect garbage meanwhile. Cancels the steps before.
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
      if (this.#front?.has(id)) this.#notifyUnfolded(this.#front);
      this.#listeners.get(id)?.();
    }
  }

  /** Once for everything that is folded and unfolded in a row. */
  #notifyUnfolded(front: ReadonlySet<string>): void {
    if (this.#isNotifying) return;
    this.#isNotifying = true;
    queueMicrotask(() => {
      this.#isNotifying = false;
      this.#unfolded([...front].filter((id) => !this.isFolded(id)));
    });
  }
}

/** One line in each step, drawn at once: only then is its duration known. */
function* inSteps(
  folds: OutlineFolds,
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

const known = new WeakMap<BoardStore, OutlineFolds>();

/**
 * Returns the folds of a board: kept as long as its page, whichever view is shown meanwhile. On a phone a debate opens as its front, with
 * what was unfolded in this tab before. `after`: the claim after which the page begins to list its siblings.
 */
export function foldsOf(store: BoardStore, roots: readonly OutlineNode[], after?: string): OutlineFolds {
  const kept = known.get(store);
  if (kept) return kept;
  const listing = new ListWindows(listedAtOnce(roots));
  for (const { id, children } of roots) {
    const last = after === undefined ? -1 : children.findIndex((child) => child.id === after);
    if (last >= 0) listing.beginAt(id, last + 1);
  }
  const made = opensWhole(roots)
    ? new OutlineFolds(foldedAtFirst(roots), listing)
    : frontOf(store, roots, listing);
  known.set(store, made);
  return made;
}

/** True if everything on the page is unfolded at first: on a wide screen, on the server, and on a branch's page. */
function opensWhole(roots: readonly OutlineNode[]): boolean {
  const isBranch = roots.some(({ claim }) => claim !== undefined);
  return isBranch || typeof window === 'undefined' || window.matchMedia(WIDE).matches;
}

function frontOf(store: BoardStore, positions: readonly OutlineNode[], listing: ListWindows): OutlineFolds {
  const { debateId } = store.state();
  const keep = (ids: readonly string[]) => keepUnfolded(debateId, ids);
  const folds = new OutlineFolds(foldedAtFirst(positions), listing, foldedToFront(positions), keep);
  folds.unfold(storedUnfolded(debateId));
  return folds;
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
