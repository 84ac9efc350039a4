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
  type FoundInDebate,
  type SearchedDebate,
  searchSteps,
} from './search-steps.ts';

/** Maximum claims of all debates kept in memory to be searched at once. */
const KEPT_CLAIMS = 60_000;

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
    const found: { readonly found: FoundInDebate; readonly best: number }[] = [];
    // Many small debates are searched in one turn.
    const turns = new Turns();
    for (const { id, head } of debates) {
      const searched = await this.#searched(id, head);
      const one = searched && (await turns.finish(searchSteps(searched, wish, allowsTypos)));
      if (one) found.push(one);
    }
    return found.sort((a, b) => b.best - a.best).map((one) => one.found);
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
