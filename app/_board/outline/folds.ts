import { foldedAtFirst } from '../../../domain/outline/outline-depth.ts';
import type { OutlineNode } from '../../../domain/outline/outline-tree.ts';
import type { BoardStore } from '../store/board-store.ts';

/** Lines one frame brings when many are unfolded: the page answers meanwhile. */
const LINES_A_FRAME = 30;

/** Which lines of the outline are folded. Each line hears only of itself. */
export class Folds {
  #folded: ReadonlySet<string>;
  readonly #listeners = new Map<string, () => void>();
  readonly #cut: ReadonlySet<string>;
  #frame = 0;

  constructor(cut: ReadonlySet<string>) {
    this.#folded = cut;
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

  /** Shows every line up to a level and folds what is deeper; many lines come a few at a time. */
  showTo(level: number, roots: readonly OutlineNode[]): void {
    cancelAnimationFrame(this.#frame);
    const waiting = inReadingOrder(roots).filter(({ children }) => children.length > 0);
    this.fold(waiting.filter((node) => node.level >= level).map(({ id }) => id));
    const closed = waiting.filter((node) => node.level < level && this.isFolded(node.id));
    const step = (from: number) => {
      let at = from;
      for (let lines = 0; at < closed.length && lines < LINES_A_FRAME; at += 1)
        lines += this.#linesUnder(closed[at]);
      this.unfold(closed.slice(from, at).map(({ id }) => id));
      if (at < closed.length) this.#frame = requestAnimationFrame(() => step(at));
    };
    step(0);
  }

  /** Lines that come when one is unfolded: those under it, and under them as far as they are not folded themselves. */
  #linesUnder(node: OutlineNode | undefined): number {
    let lines = 0;
    const open = [...(node?.children ?? [])];
    for (let next = open.pop(); next; next = open.pop()) {
      lines += 1;
      if (!this.isFolded(next.id)) open.push(...next.children);
    }
    return lines;
  }

  #set(ids: Iterable<string>, folded: boolean): void {
    const next = new Set(this.#folded);
    const changed = [...ids].filter((id) => next.has(id) !== folded);
    for (const id of changed) {
      if (folded) next.add(id);
      else next.delete(id);
    }
    this.#folded = next;
    for (const id of changed) this.#listeners.get(id)?.();
  }
}

const known = new WeakMap<BoardStore, Folds>();

/** The folds of a board: kept for as long as its page is, whichever view is shown meanwhile. */
export function foldsOf(store: BoardStore, roots: readonly OutlineNode[]): Folds {
  const kept = known.get(store);
  if (kept) return kept;
  const made = new Folds(foldedAtFirst(roots));
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
