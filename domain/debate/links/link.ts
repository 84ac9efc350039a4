export type Relation = 'support' | 'attack';

/** What a link, or a comment, points at. */
export interface Target {
  readonly kind: 'position' | 'claim' | 'link';
  readonly id: string;
}

/** How many people gave a link each weight, by weight. */
export type Weighing = readonly number[];

/** The weight one person gave a link. */
export interface Weight {
  readonly weight: number;
  /** What the link was then: what it does, and to what. A weight counts while it is that. */
  readonly step: string;
}

export interface Link {
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
  /** The weights people gave it; absent: nobody did. */
  readonly weighing?: Weighing;
}

/** The greatest weight a link may be given; the least is 0. */
export const HEAVIEST = 4;
