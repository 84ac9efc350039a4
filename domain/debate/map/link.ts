import type { Schemed } from './scheme.ts';

/** The ways in which an argument bears on its target. */
export const RELATIONS = ['support', 'attack'] as const;

export type Relation = (typeof RELATIONS)[number];

/** The target of a link or a comment. */
export interface Target {
  readonly kind: 'position' | 'claim' | 'link';
  readonly id: string;
}

export interface Link extends Schemed {
  readonly id: string;
  readonly from: string;
  readonly target: Target;
  readonly relation: Relation;
  /** A parent link is its claim's place in the map; the others are cross-links. */
  readonly parent: boolean;
  /** Sorts siblings under one target. */
  readonly order: string;
  readonly author: string;
  readonly at: number;
  readonly retracted: boolean;
  /** How many people gave it each weight; absent: nobody gave one. */
  readonly weighing?: readonly number[];
}

/** The greatest weight of a link; the least is 0. */
export const HEAVIEST = 4;

/** How a claim bears on what it replies to; an undercut attacks a step, not a claim. */
export type Bearing = 'support' | 'attack' | 'undercut';

export function bearingOf(link: Pick<Link, 'target' | 'relation'>): Bearing {
  return link.target.kind === 'link' ? 'undercut' : link.relation;
}
