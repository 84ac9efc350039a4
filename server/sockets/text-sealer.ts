import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../../domain/debate/entries.ts';
import { historyOf, type TextName, textChangedBy } from '../../domain/debate/texts.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { toSubmission } from '../log/submission.ts';

/** Milliseconds without a change after which a text rests, though an editor is open. */
const REST = 5_000;

/**
 * Seals the texts of a debate: each when its last editor on this node closes, or when nobody has changed it for a while. This
 * server's clock decides, nobody else's. What was not sealed when a server went away rests from when the debate is next
 * opened; where two nodes seal the same, the second finds nothing to do.
 */
export class TextSealer {
  readonly #room: DebateRoom;
  readonly #isOpen: (text: TextName) => boolean;
  readonly #stopping: AbortSignal;
  readonly #rest: number;
  readonly #clientId = `seal-${randomUUID()}`;
  readonly #resting = new Map<TextName, NodeJS.Timeout>();
  /** Closed a moment ago: what was still on its way then is sealed when it is here. */
  readonly #closed = new Set<TextName>();
  #seals = 0;

  /** `rest`: milliseconds until an open text rests. */
  constructor(room: DebateRoom, isOpen: (text: TextName) => boolean, stopping: AbortSignal, rest = REST) {
    this.#room = room;
    this.#isOpen = isOpen;
    this.#stopping = stopping;
    this.#rest = rest;
    for (const text of room.state.histories.keys()) this.#changed(text);
    room.onEntries((entries) => {
      const changed = entries.flatMap(({ effect }) => textChangedBy(effect) ?? []);
      for (const text of new Set(changed)) this.#changed(text);
    });
  }

  /** The last editor of a text was closed. */
  closed(text: TextName): void {
    this.#seal(text);
    this.#closed.add(text);
    setTimeout(() => this.#closed.delete(text), this.#rest).unref();
  }

  #changed(text: TextName): void {
    if (this.#closed.has(text) && !this.#isOpen(text)) this.#seal(text);
    else this.#await(text);
  }

  /** Seals a text when nobody changes it for a while. */
  #await(text: TextName): void {
    clearTimeout(this.#resting.get(text));
    this.#resting.delete(text);
    if (this.#isSealed(text) || this.#stopping.aborted) return;
    this.#resting.set(text, setTimeout(() => this.#seal(text), this.#rest).unref());
  }

  #seal(text: TextName): void {
    clearTimeout(this.#resting.get(text));
    this.#resting.delete(text);
    if (this.#isSealed(text) || this.#stopping.aborted) return;
    this.#seals += 1;
    const operation = { type: 'text.seal', text } as const;
    void this.#room.submit(toSubmission(SYSTEM, this.#clientId, this.#seals, operation));
  }

  #isSealed(text: TextName): boolean {
    return historyOf(this.#room.state, text).sealed === null;
  }
}
