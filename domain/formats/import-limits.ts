/** Limits of an import, each with its unit: a file exceeding one is refused. The limits of a debate's content are in `LIMITS`. */
export const IMPORT_LIMITS = {
  /** Bytes of a file: a debate of 10,000 claims with 100,000 votes takes 20 million as Parley JSON. */
  fileBytes: 32 * 1024 * 1024,
  /** Bytes of all files unpacked from a ZIP. */
  unpackedBytes: 96 * 1024 * 1024,
  /** Files in a ZIP. */
  zipFiles: 40,
  /** Characters (UTF-16 units) of an Argdown document: its parser takes a second for this many. */
  argdownCharacters: 1_000_000,
  /**
   * Characters (UTF-16 units) in all articles. Reveals may have made them longer than the limit of a debate, without a bound of their own:
   * each moderator adds up to 200,000 that the others' limit doesn't count. A debate for which more than six of them did may be refused.
   */
  articlesCharacters: 2_000_000,
  /** Votes in a debate. */
  votes: 1_000_000,
  /** Characters, as JSON, of what a debate keeps of its file for an export: an AIF file of 10,000 nodes. */
  keptCharacters: 4_000_000,
  /** Skipped items listed individually; of more, only their number is given. */
  listedOneByOne: 200,
} as const;
