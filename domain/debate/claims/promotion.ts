/** A claim that was promoted from a group to the plenary; it has the same id in both. */
export interface Promotion {
  /** The claim. */
  readonly id: string;
  /** The group it comes from, empty if the viewer may not know; null: it was promoted from here to the plenary. */
  readonly group: string | null;
  readonly at: number;
}
