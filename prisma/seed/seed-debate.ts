/** A comment left beside a seeded claim, by the key of a demo participant. */
export interface SeedComment {
  by: string;
  text: string;
  replies?: { by: string; text: string }[];
}

/** How many of the demo participants answer a claim each way; together no more than there are. */
export interface SeedVotes {
  agree: number;
  disagree: number;
  pass: number;
}

/** One statement on the seeded board, with everything that hangs under it. */
export interface SeedClaim {
  /** Short, stable and unique: cross-links refer to it. */
  key: string;
  /** One complete sentence, 1–500 characters. */
  text: string;
  /** Key of the position that holds the claim, or null when none does. */
  position: string | null;
  /** How the claim bears on its parent: the position, claim or link it hangs under. */
  relation: 'support' | 'attack';
  /** Numbers of the source paragraphs it rests on; empty for pure reasoning. */
  paragraphs: number[];
  claims?: SeedClaim[];
  /** Claims that attack the link from this claim to its parent: “does not follow”. */
  undercuts?: SeedClaim[];
  comments?: SeedComment[];
  votes?: SeedVotes;
}

/** A camp answering the motion, with the arguments made for and against it. */
export interface SeedPosition {
  key: string;
  name: string;
  hue: 'blue' | 'ochre' | 'violet' | 'teal' | 'rose' | 'olive' | 'slate' | 'umber';
  /** The camp's case in at most 160 characters. */
  summary: string;
  claims: SeedClaim[];
}

/** The text the seeded claims rest on, retold paragraph by paragraph. */
export interface SeedSource {
  title: string;
  note: string;
  paragraphs: { number: number; digest: string }[];
}

/** A whole debate as typed data, ready to be turned into operations. */
export interface SeedDebate {
  slug: string;
  title: string;
  motion: string;
  /** Two or three sentences for the home page. */
  intro: string;
  source: SeedSource;
  positions: SeedPosition[];
  /** Links beside the tree, from one claim's key to another's. */
  crossLinks: { from: string; to: string; relation: 'support' | 'attack' }[];
  participants: { key: string; name: string }[];
}
