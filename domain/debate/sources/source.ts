export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly locator: string;
  readonly excerpt: string;
  readonly note: string;
  readonly author: string;
}

/**
 * The text of a source that is an article, as moderators entered it: claims cite passages of it. Sealing gives it a version, as for a
 * wording.
 */
export interface Article {
  /** The source. */
  readonly id: string;
  readonly text: string;
  /** The number of its sealed version; 0: it is still being entered. */
  readonly version: number;
  readonly editedAt: number;
}

/**
 * An exact passage of an article as a claim cites it, found again by two selectors of the W3C Web Annotation Data Model: its words with the
 * text around them (TextQuoteSelector), and its place (TextPositionSelector). Places are in UTF-16 units, as in changes of texts.
 */
export interface Passage {
  readonly id: string;
  readonly sourceId: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

/** The passages that a claim cites, in the order of citation. */
export interface Citation {
  /** The claim. */
  readonly id: string;
  readonly passages: readonly Passage[];
}
