import type { Steps } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { type Found, findSteps, formsOf, wordsOf } from '#domain/search/find-in-debate.ts';
import { excerptOf, type FoundStretch, foundStretches } from '#domain/search/found-stretches.ts';
import type { SearchCriteria, Trait } from '#domain/search/search-criteria.ts';
import { foldText } from '#domain/words/fold-text.ts';
import type { Stemmer } from '#domain/words/word-forms.ts';

/** A search in all debates the person may read; people and positions by name, as far as names are shown. */
export interface DebateSearchQuery {
  readonly words: string;
  readonly author: string;
  readonly position: string;
  readonly trait: Trait | null;
}

/** A claim or position that was found. */
export interface Hit {
  readonly id: string;
  readonly text: readonly FoundStretch[];
  /** The author; `null` if hidden. */
  readonly author: string | null;
  /** True if the match is in a related text: a comment, or a source it cites. */
  readonly beside: boolean;
}

export interface FoundInDebate {
  readonly debateId: string;
  readonly title: string;
  /** The total number of hits; the first of them follow. */
  readonly count: number;
  readonly hits: readonly Hit[];
}

/** A page of the debates in which something was found, and the totals of all pages. */
export interface FoundDebates {
  readonly count: number;
  readonly debates: number;
  /** From 1. */
  readonly page: number;
  /** The number of debates on the pages after this one. */
  readonly later: number;
  readonly shown: readonly FoundInDebate[];
}

/** A debate as all its readers may see it, and its people's displayed names. */
export interface SearchedDebate {
  readonly id: string;
  readonly seq: number;
  readonly view: DebateState;
  readonly names: ReadonlyMap<string, string>;
  readonly stemmer: Stemmer;
}

/** The matches of a search in one debate, without texts: few of the debates found are shown. */
export interface Matches extends Found {
  /** The total number of hits; `ids` are those to show. */
  readonly count: number;
}

/** Maximum hits shown per debate. */
const SHOWN = 10;

/** The results of a search in one debate; `null`: nothing is found. */
export function* searchSteps(
  debate: SearchedDebate,
  wish: DebateSearchQuery,
  allowsTypos: boolean,
): Steps<Matches | null> {
  const { view, stemmer } = debate;
  const found = yield* findSteps(view, yield* criteriaIn(debate, wish), { stemmer, allowsTypos });
  const { length: count } = found.ids;
  return count === 0 ? null : { ...found, ids: found.ids.slice(0, SHOWN), count };
}

/** The search, with people and positions by id. */
function* criteriaIn({ view, names }: SearchedDebate, wish: DebateSearchQuery): Steps<SearchCriteria> {
  return {
    words: wish.words,
    authors: yield* matching(wish.author, names),
    positions: yield* matching(
      wish.position,
      [...view.positions.values()].filter(({ removed }) => !removed).map(({ id, name }) => [id, name]),
    ),
    trait: wish.trait,
    viewer: null,
  };
}

/** The hits to show, with their texts. */
export function* shownSteps(
  { id: debateId, view, names, stemmer }: SearchedDebate,
  wish: DebateSearchQuery,
  { ids, mistyped, count }: Matches,
): Steps<FoundInDebate> {
  const words = wordsOf(wish.words);
  const isForm = formsOf(wish.words, stemmer, mistyped);
  const hits: Hit[] = [];
  for (const id of ids) {
    yield;
    const claim = view.claims.get(id);
    const position = view.positions.get(id);
    // It was hidden since it was found.
    if (!claim && !position) continue;
    const written = claim?.text ?? `${position?.name ?? ''} ${position?.summary ?? ''}`;
    const text = excerptOf(foundStretches(written, words, isForm));
    const isOwn = words.length === 0 || text.some(({ found }) => found);
    hits.push({ id, text, author: names.get(claim?.author ?? '') ?? null, beside: !isOwn });
  }
  return { debateId, title: view.head?.title ?? '', count, hits };
}

/** The ids whose names contain every word searched for; `null` if no name is searched for. */
function* matching(
  asked: string,
  named: Iterable<readonly [id: string, name: string]>,
): Steps<ReadonlySet<string> | null> {
  const words = wordsOf(asked);
  if (words.length === 0) return null;
  const fitting = new Set<string>();
  for (const [id, name] of named) {
    yield;
    const folded = foldText(name);
    if (words.every((word) => folded.includes(word))) fitting.add(id);
  }
  return fitting;
}
