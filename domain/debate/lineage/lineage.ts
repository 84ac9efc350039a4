/** A claim that says what another one says: it has left the map, and what is on it and under it stands with that one. */
export interface Merge {
  /** The claim that was merged. */
  readonly id: string;
  readonly into: string;
  readonly by: string;
  readonly at: number;
}

/** A claim that another one gave a part of its wording to. */
export interface Split {
  /** The new claim. */
  readonly id: string;
  /** The claim that was split, and kept the rest. */
  readonly from: string;
  /** The entry that did it: parts of one splitting have one. */
  readonly seq: number;
  /** The wording before and after. */
  readonly whole: string;
  readonly left: string;
  /** Whether it was joined to that claim again. */
  readonly joined: boolean;
  readonly by: string;
  readonly at: number;
}
