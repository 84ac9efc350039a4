import type { Relation } from '../debate/links/link.ts';

/** An argument as far as its strength depends on it: who it is, and what it is worth by itself, from 0 to 1. */
export interface Argument {
  readonly id: string;
  readonly base: number;
}

/** What an argument does to another one, or, as an undercut, to what another one does. */
export interface ArgumentLink {
  readonly id: string;
  readonly from: string;
  readonly target: { readonly kind: 'argument' | 'link'; readonly id: string };
  readonly relation: Relation;
  /** How much of its argument's strength passes, from 0 to 1. */
  readonly weight: number;
}

/** Arguments and what they do to each other; ids of arguments are one space, those of links another. */
export interface ArgumentGraph {
  readonly arguments: readonly Argument[];
  readonly links: readonly ArgumentLink[];
}
