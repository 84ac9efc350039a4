import { ClaimIndex } from '#domain/search/claim-index.ts';
import { UNSTEMMED } from '#domain/words/word-forms.ts';
import type { BoardStore } from '../store/board-store.ts';

const indexes = new WeakMap<BoardStore, ClaimIndex>();

/** Returns the index of a debate's claims by their words, made when it is first needed, and again when the debate turns out to be in another language. */
export async function claimIndexOf(store: BoardStore): Promise<ClaimIndex> {
  const { view } = store.state().replica;
  const stemmer = await import('#domain/search/stemmer-of.ts').then(
    ({ stemmerOf }) => stemmerOf(view),
    () => UNSTEMMED,
  );
  const known = indexes.get(store);
  if (known?.stemmer === stemmer) return known;
  const index = new ClaimIndex(stemmer);
  indexes.set(store, index);
  return index;
}
