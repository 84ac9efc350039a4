import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

/** A claim, the same claim in other words, and a claim of the other side that shares words with it. */
type SaidTriple = readonly [claim: string, same: string, other: string];

/** Claims of one side of a debate. */
interface SaidSide {
  readonly triples: readonly SaidTriple[];
  /** Claims that share words with some of these and say something else. */
  readonly besides: readonly string[];
}

/** Claims of one debate, labelled by hand before anything was measured with them. */
export interface SaidTopic {
  readonly motion: string;
  /** Which half of the set it belongs to: weights and thresholds are chosen on one half and reported on the other. */
  readonly half: 'chooses' | 'reports';
  readonly for: SaidSide;
  readonly against: SaidSide;
}

/** The labelled set of duplicates, by language. */
export const SAID_TOPICS: Readonly<Record<string, readonly SaidTopic[]>> = {
  english,
  german,
  french,
  spanish,
  chinese,
  russian,
};
