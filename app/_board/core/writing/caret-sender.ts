import { revisionIn } from '#domain/debate/texts/texts.ts';
import { placeForOthers } from '#domain/sync/draft.ts';
import type { BoardStore } from '../store/board-store.ts';
import type { TextBinding } from '../store/text-binding.ts';

/** Milliseconds between two messages about the viewer's caret. */
const SEND_EVERY = 100;

/** Milliseconds after typing until the caret is sent: on others' screens the typed text itself moves it along. */
const AFTER_TYPING = 600;

/** Sends the viewer's caret to others who have the same text open. */
export class CaretSender {
  readonly #store: BoardStore;
  readonly #session: TextBinding;
  #at = { anchor: 0, head: 0 };
  #timer: number | null = null;
  #due = 0;

  constructor(store: BoardStore, session: TextBinding) {
    this.#store = store;
    this.#session = session;
  }

  moved(anchor: number, head: number, byTyping: boolean): void {
    this.#at = { anchor, head };
    const due = performance.now() + (byTyping ? AFTER_TYPING : SEND_EVERY);
    // Further typing postpones it; a moved caret is sent in its turn.
    if (this.#timer !== null && !byTyping && this.#due <= due) return;
    if (this.#timer !== null) window.clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = window.setTimeout(() => this.#notify(), due - performance.now());
  }

  /** Called when the editor is closed. */
  end(): void {
    if (this.#timer !== null) window.clearTimeout(this.#timer);
    this.#store.presence.sendCaret({ text: null, base: 1, anchor: 0, head: 0 });
  }

  #notify(): void {
    this.#timer = null;
    const { replica } = this.#store.state();
    const { draft } = this.#session;
    const place = (at: number) => Math.max(0, placeForOthers(replica, draft, at));
    const base = revisionIn(replica.confirmed, draft.name);
    const { anchor, head } = this.#at;
    this.#store.presence.sendCaret({ text: draft.name, base, anchor: place(anchor), head: place(head) });
  }
}
