import type { Relation } from '../../debate/map/link.ts';

/** An argument with the data its strength depends on: its id, and its base score from 0 to 1. */
export interface Argument {
  readonly id: string;
  readonly base: number;
}

/** The effect of an argument on another one, or, for an undercut, on another one's effect. */
export interface ArgumentLink {
  readonly id: string;
  readonly from: string;
  readonly target: { readonly kind: 'argument' | 'link'; readonly id: string };
  readonly relation: Relation;
  /** The share of its argument's strength that passes through, from 0 to 1. */
  readonly weight: number;
}

/** Arguments and their effects on each other; ids of arguments are one namespace, those of links another. */
export interface ArgumentGraph {
  readonly arguments: readonly Argument[];
  readonly links: readonly ArgumentLink[];
}
