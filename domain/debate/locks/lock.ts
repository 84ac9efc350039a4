/** The id of the lock on a whole debate: nothing in it has this id. */
export const WHOLE_DEBATE = '*';

/** Content that only moderators may change. */
export interface Lock {
  /** The claim or position; `*` is the whole debate. */
  readonly id: string;
  /** With everything below it. */
  readonly branch: boolean;
  readonly by: string;
  readonly at: number;
}
