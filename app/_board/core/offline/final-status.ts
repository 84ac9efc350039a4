/** Statuses of a request that should be repeated later: the page itself may be unchanged. */
const LATER: readonly number[] = [408, 429];

/** True for the status of a page or of its refusal, not of a server in trouble. */
export function isFinalStatus(status: number): boolean {
  return status < 500 && !LATER.includes(status);
}
