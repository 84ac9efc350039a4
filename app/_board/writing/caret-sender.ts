import { revisionIn } from '../../../domain/debate/texts/texts.ts';
import { placeForOthers } from '../../../domain/sync/draft.ts';
import type { BoardStore } from '../store/board-store.ts';
import type { TextBinding } from '../store/text-binding.ts';

/** Milliseconds between two tellings of where one's caret is. */
const TELL_EVERY = 100;

/** Milliseconds after typing until the caret is told: what one types moves it along on others' screens by itself. */
const AFTER_TYPING = 600;

/** Tells others who have the same text open where one writes in it. */
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
    const due = performance.now() + (byTyping ? AFTER_TYPING : TELL_EVERY);
    // Typing on puts it off; a caret that is moved is told in its turn.
    if (this.#timer !== null && !byTyping && this.#due <= due) return;
    if (this.#timer !== null) window.clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = window.setTimeout(() => this.#notify(), due - performance.now());
  }

  /** The editor is closed. */
  end(): void {
    if (this.#timer !== null) window.clearTimeout(this.#timer);
    this.#store.company.sendCaret({ text: null, base: 1, anchor: 0, head: 0 });
  }

  #notify(): void {
    this.#timer = null;
    const { replica } = this.#store.state();
    const { draft } = this.#session;
    const place = (at: number) => Math.max(0, placeForOthers(replica, draft, at));
    const base = revisionIn(replica.confirmed, draft.name);
    const { anchor, head } = this.#at;
    this.#store.company.sendCaret({ text: draft.name, base, anchor: place(anchor), head: place(head) });
  }
}
