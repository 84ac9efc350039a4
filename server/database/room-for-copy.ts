/** Bytes that stay free at least: PostgreSQL makes its write-ahead log in files of 16 MB. */
const LEAST_SPARE = 64_000_000;

/**
 * Bytes that have to be free for a copy of a database of this size, on the same disk: the copy, the packed file that is made of it, and
 * the write-ahead log that grows meanwhile.
 */
export function roomForCopy(size: number): number {
  return size + Math.max(size / 2, LEAST_SPARE);
}
