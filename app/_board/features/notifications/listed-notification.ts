/** A notification in words, as `GET /api/notes` lists it. */
export interface ListedNotification {
  readonly debateId: string;
  /** Title of the debate. */
  readonly title: string;
  readonly kind: string;
  readonly about: string;
  /** Id of the claim, position or comment it leads to; `null` for the debate itself. */
  readonly on: string | null;
  readonly sentence: string;
  readonly words: string;
  /** A moderator's note with it. */
  readonly besides: string;
  readonly at: number;
  readonly read: boolean;
}
