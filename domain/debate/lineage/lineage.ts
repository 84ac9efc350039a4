/** A claim that says the same as another: it has left the map, and its contributions and replies are shown with that one. */
export interface Merge {
  /** The claim that was merged. */
  readonly id: string;
  readonly into: string;
  readonly by: string;
  readonly at: number;
}

/** A claim that got a part of another one's wording. */
export interface Split {
  /** The new claim. */
  readonly id: string;
  /** The claim that was split, and kept the rest. */
  readonly from: string;
  /** The entry that did it: the parts of one split share it. */
  readonly seq: number;
  /** The wording before and after. */
  readonly whole: string;
  readonly left: string;
  /** True if it was joined to that claim again. */
  readonly joined: boolean;
  readonly by: string;
  readonly at: number;
}
