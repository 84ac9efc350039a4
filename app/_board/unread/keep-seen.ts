import { commentsAt } from '../../../domain/debate/lineage/merged-contents.ts';
import type { Target } from '../../../domain/debate/links/link.ts';
import type { SeenMessage } from '../../../domain/protocol/seen-messages.ts';
import { isNewComment, newnessOf } from '../../../domain/unread/newness.ts';
import { seenUntil } from '../../../domain/unread/seen.ts';
import type { BoardState } from '../store/board-state.ts';
import type { BoardStore } from '../store/board-store.ts';
import type { ViewStore } from '../view-store.ts';
import { noteInBrowser } from './seen-in-browser.ts';

/** Milliseconds for which what was seen is gathered before it is told. */
const GATHERED_FOR = 400;
/** Places told in one message; see `SEEN_AT_ONCE`. */
const AT_ONCE = 500;

/**
 * Keeps what one has seen in step: asks for it, notes what one opens, and tells it for one's other devices. What is told late or
 * twice does no harm; the answer ends it. Who takes part asks and tells the server; who only reads, this browser, and the server
 * hears nothing of it.
 */
export function keepSeen(board: BoardStore, views: ViewStore): () => void {
  const keeper = new SeenKeeper(board, views);
  keepers.set(board, keeper);
  return () => {
    keepers.delete(board);
    keeper.end();
  };
}

/** Notes that these places, or all of the debate with null, are read. */
export function markRead(board: BoardStore, places: readonly string[] | null): void {
  keepers.get(board)?.markRead(places);
}

const keepers = new WeakMap<BoardStore, SeenKeeper>();

class SeenKeeper {
  readonly #board: BoardStore;
  readonly #views: ViewStore;
  readonly #ends: (() => void)[];
  /** As whom it was asked what was seen; empty: as a reader; null: not yet. */
  #askedAs: string | null = null;
  #until = 0;
  #later = new Map<string, number>();
  #timer: number | undefined;

  constructor(board: BoardStore, views: ViewStore) {
    this.#board = board;
    this.#views = views;
    const leave = () => this.#leave();
    const turned = () => (document.visibilityState === 'hidden' ? leave() : this.#look());
    document.addEventListener('visibilitychange', turned);
    window.addEventListener('pagehide', leave);
    this.#ends = [
      board.subscribe(() => this.#look()),
      views.subscribe(() => this.#look()),
      () => document.removeEventListener('visibilitychange', turned),
      () => window.removeEventListener('pagehide', leave),
      () => window.clearTimeout(this.#timer),
    ];
    this.#look();
  }

  end(): void {
    this.#leave();
    for (const end of this.#ends) end();
  }

  markRead(places: readonly string[] | null): void {
    const { seen, replica } = this.#board.state();
    if (seen === null) return;
    const { at } = replica.confirmed;
    if (places === null) this.#until = at;
    else for (const id of places) this.#later.set(id, at);
    this.#board.see({
      ...seen,
      until: Math.max(seen.until, this.#until),
      later: new Map([...seen.later, ...this.#later]),
    });
    this.#sendSoon();
  }

  /** Asks what was seen, once for each person and connection; what is open and new is seen. */
  #look(): void {
    const state = this.#board.state();
    const me = asWhom(state);
    const isOther = me !== this.#askedAs;
    this.#askedAs = me;
    if (isOther && me !== null) this.#notify();
    const { selected } = this.#views.read();
    if (selected && document.visibilityState === 'visible' && isNewAt(state, selected))
      this.markRead([selected.id]);
  }

  #sendSoon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#notify(), GATHERED_FOR);
  }

  /** Tells what is not told yet; without a connection it is told with the next. */
  #notify(more: SeenMessage = {}): void {
    if (this.#askedAs === null) return;
    const later = [...this.#later].slice(0, AT_ONCE);
    const until = this.#until;
    const message: SeenMessage = { ...more, ...(until > 0 && { until }), ...(later.length > 0 && { later }) };
    const sent = this.#askedAs === '' ? this.#noteHere(message) : this.#board.tellSeen(message);
    sent.then(
      () => {
        if (this.#until === until) this.#until = 0;
        for (const [id, at] of later) if (this.#later.get(id) === at) this.#later.delete(id);
        if (this.#later.size > 0) this.#sendSoon();
      },
      () => {
        // The way was lost, or it was too fast: what is left to tell is told with the next connection, or the next look.
        this.#askedAs = null;
      },
    );
  }

  async #noteHere(message: SeenMessage): Promise<void> {
    const { debateId, replica } = this.#board.state();
    this.#board.see(noteInBrowser(debateId, message, replica.confirmed.at));
  }

  /** Notes how far one knew the debate when one left it. */
  #leave(): void {
    if (this.#board.state().seen !== null) this.#notify({ left: this.#board.state().replica.confirmed.at });
  }
}

/** As whom one looks at a debate that is live: empty as a reader; null where nothing is kept. */
function asWhom({ connection, standing, replica }: BoardState): string | null {
  if (connection.kind !== 'live') return null;
  if (replica.participantId === null) return '';
  return standing?.standing === 'in' ? replica.participantId : null;
}

/** Is anything new at what is open? */
function isNewAt({ replica: { view, participantId }, seen }: BoardState, place: Target): boolean {
  if (seen === null) return false;
  const claim = place.kind === 'claim' ? view.claims.get(place.id) : undefined;
  if (claim) return newnessOf(view, claim, { participantId, seen }) !== null;
  const from = seenUntil(seen, place.id);
  return commentsAt(view, place).some((id) => {
    const comment = view.comments.get(id);
    return comment !== undefined && isNewComment(view, comment, from, participantId);
  });
}
