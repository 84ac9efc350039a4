import type { Relation } from '#domain/debate/map/link.ts';
import type { Hue } from '#domain/debate/positions/position.ts';
import type { Rect } from '#domain/layout/map-geometry.ts';

/** A card with its place on the map and what it says: all that a board without Parley's model needs. */
export interface PlacedCard extends Rect {
  readonly id: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly relation: Relation | null;
  readonly hue: Hue | null;
  readonly text: string;
  readonly agree: number;
  readonly disagree: number;
}

/** The result of a change: cards that are new, moved or changed, and the ids of removed ones. */
export interface CardChange {
  readonly cards: readonly PlacedCard[];
  readonly gone: readonly string[];
}
