/** While a crowd writes, committing takes at most a third of the time. */
const PAUSE = 2;
/** The share of the newest commit in the time that commits usually take. */
const NEWEST = 1 / 8;

/**
 * The pace of commits while a crowd writes: the more a commit costs, the more operations share one. On PostgreSQL a commit that takes long
 * mostly waits for a disk; if twice that time were paused again, everyone would wait three times as long as the disk did. So a pause never
 * depends on how far a commit exceeded the usual time.
 */
export class CommitPace {
  #usual: number | null = null;

  /** Milliseconds to pause after a commit that took `took` milliseconds. */
  pauseAfter(took: number): number {
    const usual = this.#usual ?? took;
    this.#usual = usual + NEWEST * (took - usual);
    return PAUSE * Math.min(took, usual);
  }
}
