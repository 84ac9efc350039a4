import { projectState } from '#domain/debate/engine/project.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { shortNames } from '#domain/debate/participants/namesakes.ts';
import { projectPeople } from '#domain/protocol/project-people.ts';
import { stemmerOf } from '#domain/search/stemmer-of.ts';
import { UNSTEMMED } from '#domain/words/word-forms.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Rooms } from '../../log/rooms.ts';
import { Turns } from '../../timing/turns.ts';
import type { Participants } from '../participants/participants.ts';
import type { DebateLists } from './debate-lists.ts';
import { ReceivedStates } from './received-states.ts';
import { RecentlyUsed } from './recently-used.ts';
import {
  type DebateSearchQuery,
  type FoundDebates,
  type FoundInDebate,
  type Matches,
  type SearchedDebate,
  searchSteps,
  shownSteps,
} from './search-steps.ts';

/** Maximum characters of all debates kept in memory to be searched at once: of what is searched, a folded and a stemmed copy exist too. */
const KEPT_CHARACTERS = 40_000_000;

/** Debates on a page of results. */
const DEBATES_A_PAGE = 20;

interface ReadableDebate {
  readonly id: string;
  readonly head: number;
}

interface Found extends ReadableDebate {
  readonly matches: Matches;
}

interface Kept extends SearchedDebate {
  /** The state that readers had received. With its votes it is larger than what is searched, and stays only while its room does. */
  readonly received: WeakRef<DebateState>;
  /** In characters. */
  readonly size: number;
}

/**
 * Searches all debates a person may read, in what everyone who reads such a debate may see: hidden content is in no result, count or
 * extract, and doesn't affect the time a search takes. The searched data is cached until something happens in the debate that its readers
 * may know, changes of rights included: these are entries too.
 */
export class DebateSearch {
  readonly #rooms: Rooms;
  readonly #participants: Participants;
  readonly #lists: DebateLists;
  readonly #project: typeof projectState;
  readonly #kept: RecentlyUsed<Kept>;
  readonly #received = new ReceivedStates();

  constructor(
    parts: { rooms: Rooms; participants: Participants; debateLists: DebateLists },
    project = projectState,
    keptCharacters = KEPT_CHARACTERS,
  ) {
    this.#project = project;
    this.#kept = new RecentlyUsed(keptCharacters);
    this.#rooms = parts.rooms;
    this.#participants = parts.participants;
    this.#lists = parts.debateLists;
  }

  /**
   * Returns a page of hits: the best matching debate first, and among equal ones the most recently changed. Words may be mistyped if no
   * debate has them as written. A page after the last is the last.
   */
  async find(person: SignedIn | null, wish: DebateSearchQuery, page = 1): Promise<FoundDebates> {
    const debates = await this.#lists.readable(person);
    const exact = await this.#findIn(debates, wish, false);
    const found = exact.length > 0 || wish.words === '' ? exact : await this.#findIn(debates, wish, true);
    const existing = Math.min(page, Math.max(1, Math.ceil(found.length / DEBATES_A_PAGE)));
    const end = existing * DEBATES_A_PAGE;
    return {
      count: found.reduce((sum, { matches }) => sum + matches.count, 0),
      debates: found.length,
      page: existing,
      later: Math.max(0, found.length - end),
      shown: await this.#shown(found.slice(end - DEBATES_A_PAGE, end), wish),
    };
  }

  async #findIn(
    debates: readonly ReadableDebate[],
    wish: DebateSearchQuery,
    allowsTypos: boolean,
  ): Promise<Found[]> {
    const found: Found[] = [];
    // Many small debates are searched in one turn.
    const turns = new Turns();
    for (const { id, head } of debates) {
      const searched = await this.#searched(id, head);
      const matches = searched && (await turns.finish(searchSteps(searched, wish, allowsTypos)));
      if (matches) found.push({ id, head, matches });
    }
    return found.sort((a, b) => b.matches.best - a.matches.best);
  }

  async #shown(page: readonly Found[], wish: DebateSearchQuery): Promise<FoundInDebate[]> {
    const shown: FoundInDebate[] = [];
    const turns = new Turns();
    for (const { id, head, matches } of page) {
      const searched = await this.#searched(id, head);
      if (searched) shown.push(await turns.finish(shownSteps(searched, wish, matches)));
    }
    return shown;
  }

  async #searched(debateId: string, head: number): Promise<Kept | null> {
    const kept = this.#kept.use(debateId);
    if (kept && kept.seq >= head) return kept;
    const searched = await this.#read(debateId, kept);
    if (searched) this.#kept.keep(debateId, searched);
    else this.#kept.delete(debateId);
    return searched;
  }

  #read(debateId: string, kept: Kept | undefined): Promise<Kept | null> {
    return this.#rooms.withKnown(debateId, async (room) => {
      if (room === null) return null;
      const { state } = room;
      if (kept?.seq === state.seq) return kept;
      const received = this.#received.of(room, 'readers');
      const known = await this.#participants.namesOf({ id: debateId, state });
      const people = projectPeople(known, state, 'readers', null);
      const names = shortNames(people, state.participants);
      if (kept?.received.deref() === received) return { ...kept, seq: state.seq, names };
      const view = searchedPart(this.#project(received, 'readers', null));
      // A language whose stemmer can't be loaded is searched without word forms.
      const stemmer = await stemmerOf(view).catch(() => UNSTEMMED);
      const size = charactersIn(view);
      return { id: debateId, seq: state.seq, received: new WeakRef(received), size, view, names, stemmer };
    });
  }
}

/** A projection without large parts that no search reads. */
function searchedPart(view: DebateState): DebateState {
  const { articles, citations, histories, suggestions } = EMPTY_STATE;
  return { ...view, articles, citations, histories, suggestions };
}

/** Characters that a record counts for beside its texts. */
const RECORD_CHARACTERS = 100;

/** Characters that a debate counts for beside its records: many without any claim are kept only up to the total, too. */
const DEBATE_CHARACTERS = 1_000;

/** The size of a searched debate, in characters. */
function charactersIn(view: DebateState): number {
  const { claims, comments, sources, links, participants, positions, polls } = view;
  const records = [claims, comments, sources, links, participants, positions, polls];
  let size = records.reduce((sum, { size }) => sum + size * RECORD_CHARACTERS, DEBATE_CHARACTERS);
  for (const { text } of claims.values()) size += text.length;
  for (const { text } of comments.values()) size += text.length;
  for (const { title, excerpt, note } of sources.values())
    size += title.length + excerpt.length + note.length;
  return size;
}
