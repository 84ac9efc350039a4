import { projectState } from '../../domain/debate/project.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import { projectPeople } from '../../domain/protocol/project-people.ts';
import { findInDebate, wordsOf } from '../../domain/search/find-in-debate.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import { type FoundStretch, foundStretches } from '../../domain/search/found-stretches.ts';
import type { Trait } from '../../domain/search/search-wish.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import type { Rooms } from '../log/rooms.ts';
import type { Debates } from './debates.ts';
import type { Participants } from './participants.ts';

/** What is looked for in all debates one may read; people and positions by their names, as far as these are told. */
export interface FindWish {
  readonly words: string;
  readonly author: string;
  readonly position: string;
  readonly trait: Trait | null;
}

/** A claim or position that was found. */
export interface Hit {
  readonly id: string;
  readonly text: readonly FoundStretch[];
  /** Who wrote it; null where that is not told. */
  readonly author: string | null;
  /** Whether it is found by what stands beside it: a comment, or a source it cites. */
  readonly beside: boolean;
}

export interface FoundInDebate {
  readonly debateId: string;
  readonly title: string;
  /** How many there are; the first of them follow. */
  readonly count: number;
  readonly hits: readonly Hit[];
}

/** Hits of one debate that are shown, and claims of all debates that are kept in memory at most, to be searched at once. */
const SHOWN = 10;
const KEPT_CLAIMS = 60_000;

/** A debate as all who read it may see it, and what people are called for them. */
interface Searched {
  readonly seq: number;
  readonly view: DebateState;
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Finds words in all debates somebody may read: in what everybody who reads such a debate may see, so that what is withheld from
 * some is in no result, count or extract, and takes no time to be passed over. What was searched is kept as long as nothing
 * happens in the debate, rights included: these are entries too.
 */
export class Finds {
  readonly #rooms: Rooms;
  readonly #participants: Participants;
  readonly #debates: Debates;
  /** The last used last. */
  readonly #kept = new Map<string, Searched>();

  constructor(parts: { rooms: Rooms; participants: Participants; debates: Debates }) {
    this.#rooms = parts.rooms;
    this.#participants = parts.participants;
    this.#debates = parts.debates;
  }

  /** What is found, the debate that changed last first. */
  async find(person: SignedIn | null, wish: FindWish): Promise<FoundInDebate[]> {
    const found: FoundInDebate[] = [];
    for (const { id, head } of await this.#debates.readable(person)) {
      const searched = await this.#searched(id, head);
      const one = searched && foundIn(id, searched, wish);
      if (one) found.push(one);
    }
    return found;
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
      const names = new Map(people.map(({ id, name, pseudonym }) => [id, pseudonym ?? name]));
      return { seq: state.seq, view: projectState(state, 'readers', null), names };
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

function foundIn(debateId: string, { view, names }: Searched, wish: FindWish): FoundInDebate | null {
  const ids = findInDebate(view, {
    words: wish.words,
    authors: matching(wish.author, names),
    positions: matching(
      wish.position,
      [...view.positions.values()].filter(({ removed }) => !removed).map(({ id, name }) => [id, name]),
    ),
    trait: wish.trait,
  });
  if (ids.length === 0) return null;
  const words = wordsOf(wish.words);
  const hits = ids.slice(0, SHOWN).map((id): Hit => {
    const claim = view.claims.get(id);
    const position = view.positions.get(id);
    const text = foundStretches(claim?.text ?? `${position?.name ?? ''} ${position?.summary ?? ''}`, words);
    const isOwn = words.length === 0 || text.some(({ found }) => found);
    return { id, text, author: names.get(claim?.author ?? '') ?? null, beside: !isOwn };
  });
  return { debateId, title: view.head?.title ?? '', count: ids.length, hits };
}

/** Those whose names have every word of what is asked for; null where nothing is. */
function matching(asked: string, named: Iterable<readonly [id: string, name: string]>): Set<string> | null {
  const words = wordsOf(asked);
  if (words.length === 0) return null;
  const fits = (name: string) => words.every((word) => foldText(name).includes(word));
  return new Set([...named].flatMap(([id, name]) => (fits(name) ? [id] : [])));
}
