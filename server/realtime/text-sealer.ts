import { randomUUID } from 'node:crypto';
import { type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { isPassing } from '../../domain/debate/engine/rejections.ts';
import { historyOf, type TextName, textChangedBy } from '../../domain/debate/texts/texts.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { toSubmission } from '../log/submission.ts';

/** Milliseconds without a change after which a text is sealed, even with an editor open. */
const REST = 5_000;

/**
 * Seals the texts of a debate: each when it is left (nobody has it open, and everyone who changed it since it was sealed has closed their
 * editor), or when nobody has changed it for a while. So a text is never sealed early for a writer whose presence isn't known: it waits for
 * the pause. Only this server's clock decides. Text not sealed when a server stopped is sealed after a pause once the debate is next
 * opened; if two nodes seal the same text, the second changes nothing.
 */
export class TextSealer {
  readonly #room: DebateRoom;
  readonly #isOpen: (text: TextName) => boolean;
  readonly #stopping: AbortSignal;
  readonly #rest: number;
  readonly #clientId = `seal-${randomUUID()}`;
  readonly #resting = new Map<TextName, NodeJS.Timeout>();
  /** The participants who changed each text since it was sealed, and when they last did. */
  readonly #writers = new Map<TextName, Map<string, number>>();
  /** The participants who closed an editor of it, and when they last did: changes still on their way then are sealed on arrival. */
  readonly #closed = new Map<TextName, Map<string, number>>();
  #seals = 0;

  /** `rest`: milliseconds without a change until an open text is sealed. */
  constructor(room: DebateRoom, isOpen: (text: TextName) => boolean, stopping: AbortSignal, rest = REST) {
    this.#room = room;
    this.#isOpen = isOpen;
    this.#stopping = stopping;
    this.#rest = rest;
    for (const text of room.state.histories.keys()) this.#await(text);
    room.onEntries((entries) => this.#take(entries));
  }

  /** Records that this participant closed an editor of a text. */
  closed(text: TextName, participantId: string): void {
    timesOf(this.#closed, text).set(participantId, performance.now());
    setTimeout(() => this.#forget(text), this.#rest).unref();
    if (this.#isLeft(text)) this.#seal(text);
  }

  #take(entries: readonly LogEntry[]): void {
    const changed = new Set<TextName>();
    for (const { actor, effect } of entries) {
      const text = effect.type === 'text.sealed' ? effect.text : textChangedBy(effect);
      if (text === null) continue;
      changed.add(text);
      if (effect.type !== 'text.sealed') timesOf(this.#writers, text).set(actor, performance.now());
    }
    for (const text of changed) {
      if (this.#isSealed(text)) this.#writers.delete(text);
      if (this.#isLeft(text)) this.#seal(text);
      else this.#await(text);
    }
  }

  #isLeft(text: TextName): boolean {
    const [writers, closed] = [this.#writers.get(text), this.#closed.get(text)];
    if (!writers || !closed || this.#isOpen(text)) return false;
    return [...writers].every(([writer, at]) => at - (closed.get(writer) ?? -Infinity) < this.#rest);
  }

  /** Forgets who closed a text, once changes on their way at that time must have arrived. */
  #forget(text: TextName): void {
    if (this.#writers.has(text)) return;
    const closed = this.#closed.get(text);
    const now = performance.now();
    for (const [participantId, at] of closed ?? []) if (now - at >= this.#rest) closed?.delete(participantId);
    if (closed?.size === 0) this.#closed.delete(text);
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
    void this.#room
      .submit(toSubmission(SYSTEM, this.#clientId, this.#seals, operation))
      // A room with an entry of a newer release writes nothing any longer.
      .then((answer) => !answer.ok && isPassing(answer.rejection) && !this.#room.newer && this.#await(text));
  }

  #isSealed(text: TextName): boolean {
    return historyOf(this.#room.state, text).sealed === null;
  }
}

function timesOf(times: Map<TextName, Map<string, number>>, text: TextName): Map<string, number> {
  const known = times.get(text) ?? new Map<string, number>();
  times.set(text, known);
  return known;
}
