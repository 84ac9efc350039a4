/** What last made a claim or comment one to read again. */
export interface LastChange {
  /** The claim or comment. */
  readonly id: string;
  /** Its words were changed, or it was shown to everybody after others had waited for it. */
  readonly how: 'reworded' | 'shown';
  /** Who changed it; of what was shown, who wrote it. Empty where one may not know. */
  readonly by: string;
  readonly at: number;
}
