import { numberNamesakes } from '#domain/debate/participants/namesakes.ts';
import type { CaretMessage } from '#domain/protocol/caret-messages.ts';
import type { PresenceMessage } from '#domain/protocol/client-messages.ts';
import type { GroupOverview } from '#domain/protocol/group-messages.ts';
import type { PointerMessage, PointersMuted } from '#domain/protocol/pointer-messages.ts';
import type { Person, PresenceUpdate, Welcome } from '#domain/protocol/server-messages.ts';
import { applyCarets, type CaretUpdate } from '#domain/sync/carets.ts';
import { editedTextOf } from '#domain/sync/pending-operation.ts';
import type { Transport } from '../transport/transport.ts';
import type { BoardCell } from './board-cell.ts';
import type { BoardState } from './board-state.ts';
import { PointerStore } from './pointer-store.ts';

/** State that is in no log: the people here, their places, pointers and typing, and what the server reports about the viewer. */
export class PresenceStore {
  /** Other people's pointers and views: separate, because they change many times a second. */
  readonly pointers = new PointerStore();
  readonly #cell: BoardCell;
  readonly #transport: Transport;
  #presence: PresenceMessage = { at: null, writing: false };
  #caret: CaretMessage | null = null;
  /** The text that counts as open on the server. */
  #openThere: string | null = null;
  #stopWaiting: () => void = () => {};
  #watchesGroups = false;

  constructor(cell: BoardCell, transport: Transport) {
    this.#cell = cell;
    this.#transport = transport;
  }

  /** Sends where the viewer is, and whether they are writing. */
  sendPresence(presence: PresenceMessage): void {
    if (presence.at === this.#presence.at && presence.writing === this.#presence.writing) return;
    this.#presence = presence;
    this.#transport.sendPresence(presence);
  }

  /**
   * Sends which text the viewer has open, and the caret's place in it. Leaving a text is reported once own edits to it have been answered:
   * the server seals a text that its writers have left, and half a sentence would be a version.
   */
  sendCaret(caret: CaretMessage): void {
    this.#caret = caret.text === null ? null : caret;
    this.#stopWaiting();
    const left = this.#openThere === caret.text ? null : this.#openThere;
    const tellUnlessOnItsWay = () => {
      if (this.#isOnItsWay(left)) return;
      this.#stopWaiting();
      const isAnother = this.#openThere !== caret.text;
      this.#openThere = caret.text;
      if (isAnother) this.#cell.change({ carets: new Map() });
      this.#transport.sendCaret(caret);
    };
    this.#stopWaiting = this.#cell.subscribe(tellUnlessOnItsWay);
    tellUnlessOnItsWay();
  }

  /** True if own edits to this text have no answer yet. */
  #isOnItsWay(text: string | null): boolean {
    if (text === null) return false;
    return this.#cell
      .read()
      .replica.pending.some(
        ({ operation, confirmedBy }) => confirmedBy === null && editedTextOf(operation) === text,
      );
  }

  /** Sends the viewer's pointer and view. */
  sendPointer(pointer: PointerMessage): void {
    this.#transport.sendPointer(pointer);
  }

  /** Subscribes to the progress of the small groups, or unsubscribes. */
  watchGroups(watching: boolean): void {
    this.#watchesGroups = watching;
    this.#transport.watchGroups(watching);
    if (!watching) this.setGroups([]);
  }

  /** Takes the progress of the small groups. */
  setGroups(overviews: readonly GroupOverview[]): void {
    this.#cell.change({ groupOverviews: new Map(overviews.map((overview) => [overview.groupId, overview])) });
  }

  /** Sends all of it again: a new connection has none of it, and positions were not disclosed while claims were hidden. */
  resendPresence(): void {
    this.#transport.sendPresence(this.#presence);
    if (this.#caret) this.sendCaret(this.#caret);
    if (this.#watchesGroups) this.#transport.watchGroups(true);
  }

  /**
   * Takes the people present and their names from the welcome. People who are not in it are forgotten, and so is which text the server
   * took for open: it has closed the debate for the connection before.
   */
  reset(welcome: Welcome): void {
    this.#stopWaiting();
    this.#openThere = null;
    this.#cell.change({
      people: this.#numbered(welcome.people),
      present: new Map(welcome.present.map((present) => [present.connection, present])),
      count: welcome.count ?? null,
    });
    this.setPointersMuted({ muted: welcome.pointersMuted });
    this.pointers.restart(welcome.pointers);
  }

  /** Adds people's names. */
  addPeople(people: readonly Person[]): void {
    if (people.length === 0) return;
    const known = this.#cell.read().people;
    this.#cell.change({
      people: this.#numbered(
        new Map([...known, ...people.map((person) => [person.id, person] as const)]).values(),
      ),
    });
  }

  /** Forgets the names of people who were erased. */
  removePeople(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const people = new Map(this.#cell.read().people);
    for (const id of ids) people.delete(id);
    this.#cell.change({ people: this.#numbered(people.values()) });
  }

  #numbered(people: Iterable<Person>): BoardState['people'] {
    return numberNamesakes(people, this.#cell.read().replica.view.participants);
  }

  /** Takes who arrived, left or moved. */
  applyPresence(update: PresenceUpdate): void {
    const present = new Map(update.all ? [] : this.#cell.read().present);
    for (const connection of update.gone) present.delete(connection);
    for (const here of update.here) present.set(here.connection, here);
    this.#cell.change({ present, count: update.count ?? null });
    this.pointers.keep(present);
  }

  /** Takes whether pointers are off because so many people are here. */
  setPointersMuted({ muted: pointersMuted }: PointersMuted): void {
    if (pointersMuted) this.pointers.clear();
    if (pointersMuted !== this.#cell.read().pointersMuted) this.#cell.change({ pointersMuted });
  }

  /** Takes other people's carets in the text that the viewer has open. */
  applyCarets(update: CaretUpdate): void {
    const { carets, replica } = this.#cell.read();
    this.#cell.change({ carets: applyCarets(carets, update, this.#openThere, replica.confirmed) });
  }
}
