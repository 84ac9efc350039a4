import type { Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Stemmer } from '../words/word-forms.ts';
import { isShingle, termsOf } from './claim-terms.ts';

/** A claim that resembles a text; `similarity` is 1 for the same terms, 0 for none in common. */
export interface SimilarText {
  readonly claimId: string;
  readonly similarity: number;
}

/** Two claims that resemble each other. */
export interface SimilarPair {
  readonly ids: readonly [string, string];
  readonly similarity: number;
}

/** The claims that have a term. */
interface Postings {
  readonly isShingle: boolean;
  readonly entries: Entry[];
}

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly terms: readonly Postings[];
  readonly weights: readonly number[];
  /** Sum of its terms' weights. */
  readonly length: number;
}

/** The terms of a text that are in the debate, with their weights in it. */
type Asked = ReadonlyMap<Postings, number>;

/** BM25's usual constants: how soon a term's weight saturates, and how much a claim's length counts. */
const BM25 = { saturation: 1.2, length: 0.75 } as const;
/** Claims sharing most with a text that are compared with it term by term. */
const CANDIDATES = 50;
/** A term that more claims have than this finds no candidates: it only counts in the comparison. */
const COMMON = { share: 0.02, least: 400 } as const;

/**
 * Terms of a debate's claims, by which similar claims are found. Only changed texts are read again. What a viewer may not see is not in
 * their state, and so not in their index.
 */
export class ClaimIndex {
  readonly stemmer: Stemmer;
  #seen: DebateState['claims'] | null = null;
  readonly #entries = new Map<string, Entry>();
  readonly #postings = new Map<string, Postings>();
  #length = 0;
  #version = 0;

  constructor(stemmer: Stemmer) {
    this.stemmer = stemmer;
  }

  /** Changes with every text that changed. */
  get version(): number {
    return this.#version;
  }

  /** Takes in what changed in the debate. */
  *update({ claims }: Pick<DebateState, 'claims'>): Steps<void> {
    if (this.#seen === claims) return;
    for (const { id, text } of claims.values()) {
      if (this.#entries.get(id)?.text !== text) this.#put(id, text);
      yield;
    }
    // Deleting from a map while iterating it is safe.
    for (const entry of this.#entries.values()) {
      if (!claims.has(entry.id)) this.#drop(entry);
      yield;
    }
    this.#seen = claims;
  }

  /** The claims most similar to a text, best first, by BM25. `weigh` returns a factor of at most 1 for a claim; 0 leaves it out. */
  similarTo(text: string, weigh: (claimId: string) => number, count: number): SimilarText[] {
    const asked = new Map<Postings, number>();
    let length = 0;
    for (const [name, weight] of termsOf(text, this.stemmer)) {
      const postings = this.#postings.get(name);
      length += weight * this.#rarity(postings);
      if (postings) asked.set(postings, weight);
    }
    return this.#candidates(asked, () => true)
      .map((entry) => ({ entry, score: this.#score(asked, entry) * weigh(entry.id) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, count)
      .map(({ entry }) => ({ claimId: entry.id, similarity: this.#similarity(asked, length, entry) }));
  }

  /** All pairs of claims at least this similar, in small steps; the most similar first. Every two share a word. */
  *pairs(least: number): Steps<SimilarPair[]> {
    const pairs: SimilarPair[] = [];
    const seen = new Set<Entry>();
    for (const entry of [...this.#entries.values()]) {
      const asked: Asked = new Map(entry.terms.map((postings, at) => [postings, entry.weights[at] ?? 0]));
      const length = this.#rareLength(entry);
      for (const other of this.#candidates(asked, (postings) => !postings.isShingle)) {
        if (!seen.has(other)) continue;
        const similarity = this.#similarity(asked, length, other);
        if (similarity >= least) pairs.push({ ids: [other.id, entry.id], similarity });
      }
      seen.add(entry);
      yield;
    }
    return pairs.sort((a, b) => b.similarity - a.similarity);
  }

  /** The entries that share most with a text, by terms that not too many have. */
  #candidates(asked: Asked, isUsed: (postings: Postings) => boolean): Entry[] {
    const most = Math.max(COMMON.least, this.#entries.size * COMMON.share);
    const found = new Map<Entry, number>();
    for (const [postings, weight] of asked) {
      if (postings.entries.length > most || !isUsed(postings)) continue;
      const worth = weight * this.#rarity(postings);
      for (const entry of postings.entries) found.set(entry, (found.get(entry) ?? 0) + worth);
    }
    const best = [...found].sort(([, a], [, b]) => b - a).slice(0, CANDIDATES);
    return best.map(([entry]) => entry);
  }

  #score(asked: Asked, { terms, weights, length }: Entry): number {
    const long = 1 - BM25.length + (BM25.length * length * this.#entries.size) / this.#length;
    return terms.reduce((sum, postings, at) => {
      const worth = (asked.get(postings) ?? 0) * this.#rarity(postings);
      const weight = weights[at] ?? 0;
      return sum + (worth * weight * (BM25.saturation + 1)) / (weight + BM25.saturation * long);
    }, 0);
  }

  /** How much of two texts is the same, rare terms counting more: Dice's coefficient. */
  #similarity(asked: Asked, length: number, entry: Entry): number {
    const shared = entry.terms.reduce((sum, postings, at) => {
      const weight = Math.min(asked.get(postings) ?? 0, entry.weights[at] ?? 0);
      return weight === 0 ? sum : sum + weight * this.#rarity(postings);
    }, 0);
    const both = length + this.#rareLength(entry);
    return both === 0 ? 0 : (2 * shared) / both;
  }

  /** Sum of an entry's weights, rare terms counting more. */
  #rareLength({ terms, weights }: Entry): number {
    return terms.reduce((sum, postings, at) => sum + (weights[at] ?? 0) * this.#rarity(postings), 0);
  }

  /** BM25's weight of a term: the fewer claims have it, the more. */
  #rarity(postings: Postings | undefined): number {
    const count = postings?.entries.length ?? 0;
    return Math.log(1 + (this.#entries.size - count + 0.5) / (count + 0.5));
  }

  #put(id: string, text: string): void {
    const before = this.#entries.get(id);
    if (before) this.#drop(before);
    const weighed = termsOf(text, this.stemmer);
    const terms = [...weighed.keys()].map((name) => this.#postingsOf(name));
    const weights = [...weighed.values()];
    const length = weights.reduce((sum, weight) => sum + weight, 0);
    const entry = { id, text, terms, weights, length };
    for (const { entries } of terms) entries.push(entry);
    this.#entries.set(id, entry);
    this.#length += length;
    this.#version += 1;
  }

  #postingsOf(name: string): Postings {
    const known = this.#postings.get(name);
    if (known) return known;
    const postings = { isShingle: isShingle(name), entries: [] };
    this.#postings.set(name, postings);
    return postings;
  }

  #drop(entry: Entry): void {
    for (const { entries } of entry.terms) entries.splice(entries.indexOf(entry), 1);
    this.#entries.delete(entry.id);
    this.#length -= entry.length;
    this.#version += 1;
  }
}
