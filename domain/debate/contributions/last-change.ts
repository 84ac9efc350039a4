/** The last change that makes a claim or comment worth reading again. */
export interface LastChange {
  /** The claim or comment. */
  readonly id: string;
  /** Its words were changed, or it became visible to everyone after it had been hidden. */
  readonly how: 'reworded' | 'shown';
  /** The participant who changed it; for newly visible content, its author. Empty if the viewer may not know. */
  readonly by: string;
  readonly at: number;
}
