import { numberNamesakes } from '../../../domain/debate/participants/namesakes.ts';
import type { CaretMessage } from '../../../domain/protocol/caret-messages.ts';
import type { PresenceMessage } from '../../../domain/protocol/client-messages.ts';
import type { GroupOverview } from '../../../domain/protocol/group-messages.ts';
import type { PointerMessage, PointersMuted } from '../../../domain/protocol/pointer-messages.ts';
import type { Person, PresenceUpdate, Welcome } from '../../../domain/protocol/server-messages.ts';
import { type CaretUpdate, takeCarets } from '../../../domain/sync/carets.ts';
import type { BoardCell } from './board-cell.ts';
import type { BoardState } from './board-state.ts';
import { PointerStore } from './pointer-store.ts';
import type { Transport } from './transport.ts';

/** Who is here, where they are, point and write, and what they are told of oneself: what no log keeps. */
export class PresenceStore {
  /** Where others point and look: apart, as it changes many times a second. */
  readonly pointers = new PointerStore();
  readonly #cell: BoardCell;
  readonly #transport: Transport;
  #presence: PresenceMessage = { at: null, writing: false };
  #caret: CaretMessage | null = null;
  #watchesGroups = false;

  constructor(cell: BoardCell, transport: Transport) {
    this.#cell = cell;
    this.#transport = transport;
  }

  /** Says where one is and whether one writes. */
  sendPresence(presence: PresenceMessage): void {
    if (presence.at === this.#presence.at && presence.writing === this.#presence.writing) return;
    this.#presence = presence;
    this.#transport.tellPresence(presence);
  }

  /** Says which text one has open, and where one writes in it. */
  sendCaret(caret: CaretMessage): void {
    const closes = caret.text === null;
    this.#caret = closes ? null : caret;
    if (closes) this.#cell.change({ carets: new Map() });
    this.#transport.tellCaret(caret);
  }

  /** Says where one points and looks. */
  sendPointer(pointer: PointerMessage): void {
    this.#transport.tellPointer(pointer);
  }

  /** Asks to be told how the small groups go on, or not any more. */
  watchGroups(watching: boolean): void {
    this.#watchesGroups = watching;
    this.#transport.watchGroups(watching);
    if (!watching) this.seeGroups([]);
  }

  /** Takes how the small groups go on. */
  seeGroups(overviews: readonly GroupOverview[]): void {
    this.#cell.change({ groupOverviews: new Map(overviews.map((overview) => [overview.groupId, overview])) });
  }

  /** Says all of it again: a new connection knows nothing of it. */
  resendPresence(): void {
    this.#transport.tellPresence(this.#presence);
    if (this.#caret) this.#transport.tellCaret(this.#caret);
    if (this.#watchesGroups) this.#transport.watchGroups(true);
  }

  /** Takes who is here and what people are called, as the server tells it on opening: who is not told of is forgotten. */
  reset(welcome: Welcome): void {
    this.#cell.change({
      people: this.#numbered(welcome.people),
      present: new Map(welcome.present.map((present) => [present.connection, present])),
      count: welcome.count ?? null,
    });
    this.setPointersMuted(welcome);
    this.pointers.restart(welcome.pointers);
  }

  /** Learns the names of people. */
  addPeople(people: readonly Person[]): void {
    if (people.length === 0) return;
    const known = this.#cell.read().people;
    this.#cell.change({
      people: this.#numbered(
        new Map([...known, ...people.map((person) => [person.id, person] as const)]).values(),
      ),
    });
  }

  /** Forgets what people were called who were erased. */
  removePeople(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const people = new Map(this.#cell.read().people);
    for (const id of ids) people.delete(id);
    this.#cell.change({ people: this.#numbered(people.values()) });
  }

  #numbered(people: Iterable<Person>): BoardState['people'] {
    return numberNamesakes(people, this.#cell.read().replica.view.participants);
  }

  /** Takes who came, went or is elsewhere. */
  applyPresence(update: PresenceUpdate): void {
    const present = new Map(update.all ? [] : this.#cell.read().present);
    for (const connection of update.gone) present.delete(connection);
    for (const here of update.here) present.set(here.connection, here);
    this.#cell.change({ present, count: update.count ?? null });
    this.pointers.keep(present);
  }

  /** Takes whether so many are here that nobody points. */
  setPointersMuted({ quiet: pointersMuted }: PointersMuted): void {
    if (pointersMuted) this.pointers.clear();
    if (pointersMuted !== this.#cell.read().pointersMuted) this.#cell.change({ pointersMuted });
  }

  /** Takes where others write in the text one has open. */
  seeCarets(update: CaretUpdate): void {
    const { carets, replica } = this.#cell.read();
    this.#cell.change({ carets: takeCarets(carets, update, this.#caret?.text ?? null, replica.confirmed) });
  }
}
