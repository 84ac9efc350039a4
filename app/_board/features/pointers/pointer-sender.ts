import type { PointerMessage } from '#domain/protocol/pointer-messages.ts';
import type { BoardStore } from '../../core/store/board-store.ts';
import { onPointerChoice, pointerChoice } from './pointer-choice.ts';

/** Minimum number of milliseconds between two messages. */
const PACE = 100;

const NOWHERE: PointerMessage = { over: null, look: null };

/**
 * Sends the viewer's pointer and view to others when they change and someone is there to see them: not while pointers are off, not from a
 * hidden tab, and not if the viewer has turned it off.
 */
export class PointerSender {
  readonly #store: BoardStore;
  readonly #where: () => PointerMessage;
  #sent = NOWHERE;
  /** True if the server accepts pointers on this connection. */
  #heard = false;
  #timer = 0;

  /** `where` returns the viewer's present pointer and view. */
  constructor(store: BoardStore, where: () => PointerMessage) {
    this.#store = store;
    this.#where = where;
  }

  /** Starts sending. Returns a function that ends it, and reports that the viewer is nowhere. */
  start(): () => void {
    const ends = [this.#store.subscribe(this.#look), onPointerChoice(this.changed)];
    document.addEventListener('visibilitychange', this.changed);
    this.changed();
    return () => {
      for (const end of ends) end();
      document.removeEventListener('visibilitychange', this.changed);
      window.clearTimeout(this.#timer);
      if (isHeard(this.#store)) this.#notify(NOWHERE);
    };
  }

  /** Called when the pointer or view may have changed. */
  readonly changed = (): void => {
    if (this.#timer !== 0) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      if (isHeard(this.#store)) this.#notify(isShown() ? this.#where() : NOWHERE);
    }, PACE);
  };

  readonly #look = (): void => {
    const heard = isHeard(this.#store);
    if (heard === this.#heard) return;
    this.#heard = heard;
    // New people, or a new connection, have not received it.
    this.#sent = NOWHERE;
    if (heard) this.changed();
  };

  #notify(message: PointerMessage): void {
    if (JSON.stringify(message) === JSON.stringify(this.#sent)) return;
    this.#sent = message;
    this.#store.presence.sendPointer(message);
  }
}

/** True if anyone is there to receive it. */
function isHeard(store: BoardStore): boolean {
  const { connection, pointersMuted, present, replica } = store.state();
  return connection.kind === 'live' && !pointersMuted && present.size > 1 && replica.participantId !== null;
}

function isShown(): boolean {
  return pointerChoice().share && document.visibilityState === 'visible';
}
