import { projectState } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
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
import {
  type DebateSearchQuery,
  type FoundDebates,
  type FoundInDebate,
  type Matches,
  type SearchedDebate,
  searchSteps,
  shownSteps,
} from './search-steps.ts';

/** Maximum claims of all debates kept in memory to be searched at once. */
const KEPT_CLAIMS = 60_000;

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
  /** The state that readers had received. */
  readonly received: DebateState;
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
  /** The last used is last. */
  readonly #kept = new Map<string, Kept>();
  readonly #received = new ReceivedStates();

  constructor(
    parts: { rooms: Rooms; participants: Participants; debateLists: DebateLists },
    project = projectState,
  ) {
    this.#project = project;
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
    const kept = this.#kept.get(debateId);
    this.#kept.delete(debateId);
    const searched = kept && kept.seq >= head ? kept : await this.#read(debateId, kept);
    if (searched) this.#keep(debateId, searched);
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
      if (kept?.received === received) return { ...kept, seq: state.seq, names };
      const view = this.#project(received, 'readers', null);
      // A language whose stemmer can't be loaded is searched without word forms.
      const stemmer = await stemmerOf(view).catch(() => UNSTEMMED);
      return { id: debateId, seq: state.seq, received, view, names, stemmer };
    });
  }

  #keep(debateId: string, searched: Kept): void {
    this.#kept.set(debateId, searched);
    let claims = [...this.#kept.values()].reduce((sum, { view }) => sum + view.claims.size, 0);
    for (const [id, { view }] of this.#kept) {
      if (claims <= KEPT_CLAIMS || id === debateId) return;
      this.#kept.delete(id);
      claims -= view.claims.size;
    }
  }
}
