import type { PointerMessage } from '../../../domain/protocol/pointer-messages.ts';
import type { BoardStore } from '../store/board-store.ts';
import { onPointerChoice, pointerChoice } from './pointer-choice.ts';

/** Milliseconds between two messages at least. */
const PACE = 100;

const NOWHERE: PointerMessage = { over: null, look: null };

/**
 * Tells others where one points and looks, when that changes and somebody is there to see it: not in a quiet room, not
 * from a tab that is hidden, and not where one has chosen not to.
 */
export class PointerSender {
  readonly #store: BoardStore;
  readonly #where: () => PointerMessage;
  #sent = NOWHERE;
  /** Whether the server takes it, on this connection. */
  #heard = false;
  #timer = 0;

  /** `where` says where one points and looks now. */
  constructor(store: BoardStore, where: () => PointerMessage) {
    this.#store = store;
    this.#where = where;
  }

  /** Begins; the answer ends it, and says that one is nowhere. */
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

  /** One may point or look elsewhere now. */
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
    // Who comes now, or a new connection, knows nothing of it.
    this.#sent = NOWHERE;
    if (heard) this.changed();
  };

  #notify(message: PointerMessage): void {
    if (JSON.stringify(message) === JSON.stringify(this.#sent)) return;
    this.#sent = message;
    this.#store.company.sendPointer(message);
  }
}

/** Is there anybody to tell? */
function isHeard(store: BoardStore): boolean {
  const { connection, pointersMuted, present, replica } = store.state();
  return connection.kind === 'live' && !pointersMuted && present.size > 1 && replica.participantId !== null;
}

function isShown(): boolean {
  return pointerChoice().tell && document.visibilityState === 'visible';
}
