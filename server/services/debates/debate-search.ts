import { projectState } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { shortNames } from '#domain/debate/participants/namesakes.ts';
import { projectPeople } from '#domain/protocol/project-people.ts';
import { type Found, findSteps, formsOf, wordsOf } from '#domain/search/find-in-debate.ts';
import { type FoundStretch, foundStretches } from '#domain/search/found-stretches.ts';
import type { SearchCriteria, Trait } from '#domain/search/search-criteria.ts';
import { stemmerOf } from '#domain/search/stemmer-of.ts';
import { foldText } from '#domain/words/fold-text.ts';
import { type Stemmer, UNSTEMMED } from '#domain/words/word-forms.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Rooms } from '../../log/rooms.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import type { Participants } from '../participants/participants.ts';
import type { DebateLists } from './debate-lists.ts';

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

/** Maximum hits shown per debate, and maximum claims of all debates kept in memory to be searched at once. */
const SHOWN = 10;
const KEPT_CLAIMS = 60_000;

/** A debate as all its readers may see it, and its people's displayed names. */
interface Searched {
  readonly seq: number;
  readonly view: DebateState;
  readonly names: ReadonlyMap<string, string>;
  readonly stemmer: Stemmer;
}

/**
 * Searches all debates a person may read, in what everyone who reads such a debate may see: hidden content is in no result, count or
 * extract, and doesn't affect the time a search takes. The searched data is cached until something happens in the debate, changes of rights
 * included: these are entries too.
 */
export class DebateSearch {
  readonly #rooms: Rooms;
  readonly #participants: Participants;
  readonly #lists: DebateLists;
  /** The last used is last. */
  readonly #kept = new Map<string, Searched>();

  constructor(parts: { rooms: Rooms; participants: Participants; debateLists: DebateLists }) {
    this.#rooms = parts.rooms;
    this.#participants = parts.participants;
    this.#lists = parts.debateLists;
  }

  /**
   * Returns the hits: the best matching debate first, and among equal ones the most recently changed. Words may be mistyped if no debate
   * has them as written.
   */
  async find(person: SignedIn | null, wish: DebateSearchQuery): Promise<FoundInDebate[]> {
    const debates = await this.#lists.readable(person);
    const found = await this.#findIn(debates, wish, false);
    return found.length > 0 || wish.words === '' ? found : this.#findIn(debates, wish, true);
  }

  async #findIn(
    debates: readonly { readonly id: string; readonly head: number }[],
    wish: DebateSearchQuery,
    allowsTypos: boolean,
  ): Promise<FoundInDebate[]> {
    const found: { readonly one: FoundInDebate; readonly best: number }[] = [];
    for (const { id, head } of debates) {
      const searched = await this.#searched(id, head);
      const result =
        searched &&
        (await finishInTurns(findSteps(searched.view, wishIn(searched, wish), { ...searched, allowsTypos })));
      if (searched && result && result.ids.length > 0)
        found.push({ one: foundIn(id, searched, wish, result), best: result.best });
    }
    return found.sort((a, b) => b.best - a.best).map(({ one }) => one);
  }

  async #searched(debateId: string, head: number): Promise<Searched | null> {
    const kept = this.#kept.get(debateId);
    this.#kept.delete(debateId);
    const searched = kept && kept.seq >= head ? kept : await this.#read(debateId, kept);
    if (searched) this.#keep(debateId, searched);
    return searched;
  }

  #read(debateId: string, kept: Searched | undefined): Promise<Searched | null> {
    return this.#rooms.withKnown(debateId, async (room) => {
      if (room === null) return null;
      const { state } = room;
      if (kept?.seq === state.seq) return kept;
      const known = await this.#participants.namesOf({ id: debateId, state });
      const people = projectPeople(known, state, 'readers', null);
      const names = shortNames(people, state.participants);
      const view = projectState(state, 'readers', null);
      // A language whose stemmer can't be loaded is searched without word forms.
      const stemmer = await stemmerOf(view).catch(() => UNSTEMMED);
      return { seq: state.seq, view, names, stemmer };
    });
  }

  #keep(debateId: string, searched: Searched): void {
    this.#kept.set(debateId, searched);
    let claims = [...this.#kept.values()].reduce((sum, { view }) => sum + view.claims.size, 0);
    for (const [id, { view }] of this.#kept) {
      if (claims <= KEPT_CLAIMS || id === debateId) return;
      this.#kept.delete(id);
      claims -= view.claims.size;
    }
  }
}

/** The search, with people and positions by id. */
function wishIn({ view, names }: Searched, wish: DebateSearchQuery): SearchCriteria {
  return {
    words: wish.words,
    authors: matching(wish.author, names),
    positions: matching(
      wish.position,
      [...view.positions.values()].filter(({ removed }) => !removed).map(({ id, name }) => [id, name]),
    ),
    trait: wish.trait,
    viewer: null,
  };
}

function foundIn(
  debateId: string,
  { view, names, stemmer }: Searched,
  wish: DebateSearchQuery,
  { ids, mistyped }: Found,
): FoundInDebate {
  const words = wordsOf(wish.words);
  const isForm = formsOf(wish.words, stemmer, mistyped);
  const hits = ids.slice(0, SHOWN).map((id): Hit => {
    const claim = view.claims.get(id);
    const position = view.positions.get(id);
    const written = claim?.text ?? `${position?.name ?? ''} ${position?.summary ?? ''}`;
    const text = foundStretches(written, words, isForm);
    const isOwn = words.length === 0 || text.some(({ found }) => found);
    return { id, text, author: names.get(claim?.author ?? '') ?? null, beside: !isOwn };
  });
  return { debateId, title: view.head?.title ?? '', count: ids.length, hits };
}

/** The ids whose names contain every word searched for; `null` if no name is searched for. */
function matching(asked: string, named: Iterable<readonly [id: string, name: string]>): Set<string> | null {
  const words = wordsOf(asked);
  if (words.length === 0) return null;
  const fits = (name: string) => words.every((word) => foldText(name).includes(word));
  return new Set([...named].flatMap(([id, name]) => (fits(name) ? [id] : [])));
}
