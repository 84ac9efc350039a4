import type { OutlineNode } from '#domain/outline/outline-tree.ts';

/** The listed lines below a parent: from one place (counted from 0) up to another, exclusive. */
export interface ListedPart {
  readonly from: number;
  readonly to: number;
}

/** Which part of each long list of lines is shown. Each parent is notified only of its own changes. */
export class ListWindows {
  /** Number of lines listed at once. */
  readonly atOnce: number;
  readonly #first: ListedPart;
  readonly #parts = new Map<string, ListedPart>();
  readonly #listeners = new Map<string, () => void>();

  constructor(atOnce: number) {
    this.atOnce = atOnce;
    this.#first = { from: 0, to: atOnce };
  }

  partOf(parentId: string): ListedPart {
    return this.#parts.get(parentId) ?? this.#first;
  }

  /** Calls `listener` when another part of a list is shown; a parent is on the page once. */
  subscribe(parentId: string, listener: () => void): () => void {
    this.#listeners.set(parentId, listener);
    return () => {
      if (this.#listeners.get(parentId) === listener) this.#listeners.delete(parentId);
    };
  }

  /** Lists as many more lines after those listed, or before them. */
  showMore(parentId: string, where: 'before' | 'after'): void {
    const { from, to } = this.partOf(parentId);
    const more =
      where === 'after' ? { from, to: to + this.atOnce } : { from: Math.max(0, from - this.atOnce), to };
    this.#list(parentId, more);
  }

  /** Lists the part that begins at a place. */
  beginAt(parentId: string, from: number): void {
    this.#list(parentId, { from, to: from + this.atOnce });
  }

  /** Lists the line at a place, with those around it if it was not listed. */
  reveal(parentId: string, place: number): void {
    const { from, to } = this.partOf(parentId);
    if (place < from || place >= to) this.beginAt(parentId, Math.max(0, place - Math.floor(this.atOnce / 2)));
  }

  #list(parentId: string, part: ListedPart): void {
    this.#parts.set(parentId, part);
    this.#listeners.get(parentId)?.();
  }
}

/** Returns the number of claims in some lines and below them. */
export function claimsIn(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, { below }) => sum + below + 1, 0);
}
