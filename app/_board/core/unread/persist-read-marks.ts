import { countUnread } from '#app/_ui/links/use-unread.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { targetNow } from '#domain/debate/map/merged.ts';
import type { ReadMarksMessage } from '#domain/protocol/read-marks-messages.ts';
import { newCommentsAt, type UnreadAtClaim, unreadAtClaim } from '#domain/unread/unread-at-claim.ts';
import type { BoardState } from '../store/board-state.ts';
import type { BoardStore } from '../store/board-store.ts';
import { noteInBrowser } from './read-marks-in-browser.ts';

/** The place that the viewer has open, and which comments there were new when they opened it, or have come since. */
interface Viewed {
  read(): { readonly selected: Target | null; readonly newComments: NewComments | null };
  subscribe(listener: () => void): () => void;
  set(change: { readonly newComments: NewComments | null }): void;
}

interface NewComments {
  readonly at: string;
  readonly ids: ReadonlySet<string>;
}

/** Returns how much of the open place is on screen: nothing, all but its comments, or all. */
type Shows = () => 'nothing' | 'arguments' | 'all';

/** Milliseconds for which read marks are collected before they are sent. */
const GATHERED_FOR = 400;
/** Milliseconds after which a viewer who left the page, and returns to it, begins another visit. */
const AWAY_FOR = 3_600_000;
/** Maximum number of places in one message: `READ_MARKS_AT_ONCE`, whose module would bring its schema. */
const AT_ONCE = 500;

/**
 * Keeps the viewer's read marks in sync: requests them, records what the viewer opens, and sends it for their other devices. Late or
 * repeated messages do no harm. Returns a function that ends it. A participant's marks are on the server; a reader's only in this
 * browser, and the server learns nothing of them.
 */
export function persistReadMarks(board: BoardStore, views: Viewed, shows: Shows): () => void {
  const keeper = new SeenKeeper(board, views, shows);
  keepers.set(board, keeper);
  return () => {
    keepers.delete(board);
    keeper.end();
  };
}

/** Marks these places as read, or the whole debate if `null`. */
export function markRead(board: BoardStore, places: readonly string[] | null): void {
  keepers.get(board)?.markRead(places);
}

const keepers = new WeakMap<BoardStore, SeenKeeper>();

class SeenKeeper {
  readonly #board: BoardStore;
  readonly #views: Viewed;
  readonly #shows: Shows;
  readonly #ends: (() => void)[];
  /** The viewer whose marks were requested; empty: a reader; `null`: not yet. */
  #askedAs: string | null = null;
  /** The viewer who has read what isn't sent yet; `null`: nobody known yet. Unlike `#askedAs` it outlasts a lost connection. */
  #reader: string | null = null;
  /** The open place whose news are known; `null`: none. */
  #opened: string | null = null;
  /** Since when the page is hidden, and the server time of the debate then; `null`: it is in view. */
  #hidden: { readonly since: number; readonly at: number } | null = null;
  #until = 0;
  #later = new Map<string, number>();
  #timer: number | undefined;

  constructor(board: BoardStore, views: Viewed, shows: Shows) {
    this.#board = board;
    this.#views = views;
    this.#shows = shows;
    const leave = () => this.#leave();
    const look = () => this.#look();
    const turned = () => (document.visibilityState === 'hidden' ? this.#hide() : this.#return());
    document.addEventListener('visibilitychange', turned);
    window.addEventListener('pagehide', leave);
    // A wider window may show what was behind a tool or another tab.
    window.addEventListener('resize', look);
    this.#ends = [
      board.subscribe(look),
      views.subscribe(look),
      () => document.removeEventListener('visibilitychange', turned),
      () => window.removeEventListener('pagehide', leave),
      () => window.removeEventListener('resize', look),
      () => window.clearTimeout(this.#timer),
    ];
    // A page that was opened in the background has shown nothing yet.
    if (document.visibilityState === 'hidden') this.#hidden = { since: Date.now(), at: 0 };
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
    this.#board.markSeen({
      ...seen,
      until: Math.max(seen.until, this.#until),
      later: new Map([...seen.later, ...this.#later]),
    });
    this.#sendSoon();
  }

  /** Requests the marks once for each person and connection; marks what is open and new as read. */
  #look(): void {
    const state = this.#board.state();
    const me = asWhom(state);
    this.#changeReader(me);
    const isOther = me !== this.#askedAs;
    this.#askedAs = me;
    if (isOther && me !== null) this.#notify();
    const { selected } = this.#views.read();
    if (selected === null) this.#opened = null;
    else if (state.seen !== null && document.visibilityState === 'visible') this.#see(selected, state);
  }

  /** Marks what is new at the open place as read. The view keeps which comments were: a phone shows them first, and no list leaves them out. */
  #see(selected: Target, state: BoardState): void {
    // If the open claim was merged, its comments and those shown with them are at the other claim now; that claim's wording is not shown.
    const place = targetNow(state.replica.view, selected);
    let unread = unreadAt(state, place);
    const ids = unread?.comments ? newAt(state, place) : [];
    if (selected.id !== this.#opened) {
      this.#opened = selected.id;
      // First: a phone shows them only then.
      this.#views.set({ newComments: ids.length > 0 ? { at: selected.id, ids: new Set(ids) } : null });
      unread = unreadAt(this.#board.state(), place);
    }
    if (unread === null || !this.#isShown(unread, place.id === selected.id)) return;
    this.markRead([place.id]);
    const known = this.#views.read().newComments?.ids ?? new Set<string>();
    const all = new Set([...known, ...ids]);
    if (all.size > known.size) this.#views.set({ newComments: { at: selected.id, ids: all } });
  }

  /** True if everything unread at the open place is on screen; `hasWording`: so is its wording, unless the panel is behind a tool. */
  #isShown({ what, comments }: UnreadAtClaim, hasWording: boolean): boolean {
    const shown = this.#shows();
    return shown !== 'nothing' && (shown === 'all' || comments === 0) && (hasWording || what === 'comments');
  }

  /** Forgets what another person read in this tab: it would be sent as the new person's. */
  #changeReader(me: string | null): void {
    if (me === null) return;
    if (this.#reader !== null && this.#reader !== me) {
      window.clearTimeout(this.#timer);
      this.#until = 0;
      this.#later.clear();
    }
    this.#reader = me;
  }

  #sendSoon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#notify(), GATHERED_FOR);
  }

  /** Sends what has not been sent; without a connection it is sent with the next. */
  #notify(more: ReadMarksMessage = {}): void {
    if (this.#askedAs === null) return;
    const later = [...this.#later].slice(0, AT_ONCE);
    const until = this.#until;
    const message: ReadMarksMessage = {
      ...more,
      ...(until > 0 && { until }),
      ...(later.length > 0 && { later }),
    };
    const sent = this.#askedAs === '' ? this.#noteHere(message) : this.#board.sendSeen(message);
    sent.then(
      () => {
        if (this.#until === until) this.#until = 0;
        for (const [id, at] of later) if (this.#later.get(id) === at) this.#later.delete(id);
        if (this.#later.size > 0) this.#sendSoon();
        if (until > 0) countUnread();
      },
      () => {
        // The connection was lost, or the rate limit was reached: the rest is sent with the next connection, or the next check.
        this.#askedAs = null;
      },
    );
  }

  async #noteHere(message: ReadMarksMessage): Promise<void> {
    const { debateId, replica } = this.#board.state();
    this.#board.markSeen(noteInBrowser(debateId, message, replica.confirmed.at));
  }

  /** Records how far the viewer knew the debate on leaving it: what came while the page was hidden they have not seen. */
  #leave(): void {
    const { seen, replica } = this.#board.state();
    const left = this.#hidden?.at ?? replica.confirmed.at;
    if (seen !== null && left > 0) this.#notify({ left });
  }

  #hide(): void {
    this.#leave();
    this.#hidden ??= { since: Date.now(), at: this.#board.state().replica.confirmed.at };
  }

  #return(): void {
    const hidden = this.#hidden;
    this.#hidden = null;
    if (hidden && Date.now() - hidden.since >= AWAY_FOR) this.#board.beginVisit(hidden.at);
    this.#look();
  }
}

/** Returns as whom the viewer reads a live debate: empty as a reader; `null` if nothing is kept. */
function asWhom({ connection, standing, replica }: BoardState): string | null {
  if (connection.kind !== 'live') return null;
  if (replica.participantId === null) return '';
  return standing?.membership === 'member' ? replica.participantId : null;
}

/** Determines what is unread at the open place; `null`: nothing. */
function unreadAt(state: BoardState, place: Target): UnreadAtClaim | null {
  const {
    replica: { view, participantId },
    seen,
  } = state;
  if (seen === null) return null;
  const claim = place.kind === 'claim' ? view.claims.get(place.id) : undefined;
  if (claim) return unreadAtClaim(view, claim, { participantId, seen });
  const comments = newAt(state, place).length;
  return comments > 0 ? { what: 'comments', comments } : null;
}

function newAt({ replica: { view, participantId }, seen }: BoardState, place: Target): readonly string[] {
  return seen === null ? [] : newCommentsAt(view, place, { participantId, seen });
}
