/** A backup that was not made. */
export class BackupFailed extends Error {
  /** Why, without anything people wrote. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}
