import type { ProjectedEntry } from '#domain/debate/engine/entries.ts';
import { refuse } from '#domain/debate/engine/refusal.ts';
import { isPassing } from '#domain/debate/engine/rejections.ts';
import { fromSnapshot } from '#domain/debate/engine/snapshot.ts';
import { erasesWords } from '#domain/debate/erasure/erases-words.ts';
import { hidesClaims } from '#domain/debate/phases/phases.ts';
import type { AccessDenied, Closing, Frame, Welcome } from '#domain/protocol/server-messages.ts';
import { PROTOCOL_VERSION } from '#domain/protocol/version.ts';
import { type Outbox, packOutbox, unsentIn } from '#domain/sync/outbox.ts';
import { releasePending } from '#domain/sync/release-pending.ts';
import {
  dropAcknowledged,
  loseConnection,
  type Replica,
  receive,
  resetToRestoredLog,
  resetToSnapshot,
} from '#domain/sync/replica.ts';
import { NOTHING_TO_UNDO } from '#domain/sync/undo-stack.ts';
import { unpackReadMarks } from '#domain/unread/sent-read-marks.ts';
import { type Transport, UnreadableAnswer } from '../transport/transport.ts';
import type { BoardCell } from './board-cell.ts';
import { recentlyChangedAfter } from './changed-by-others.ts';
import { newId } from './new-id.ts';
import { type Line, Outgoing, type TabIdentity } from './outgoing.ts';
import type { PresenceStore } from './presence-store.ts';
import type { ReadMarksSync } from './read-marks.ts';
import type { RestoredOutbox } from './restored-outbox.ts';
import type { UndoHistory } from './undo-history.ts';

/** Milliseconds until the debate is opened again after an error of this page's own. They double with each further one. */
const FAILED_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** The parts of a board's store that change with what the server sends. */
interface SyncedParts {
  readonly identity: TabIdentity;
  readonly history: UndoHistory;
  readonly restored: RestoredOutbox;
  readonly company: PresenceStore;
  readonly marks: ReadMarksSync;
}

/** Keeps the replica as the server has it: opens the debate over the transport, receives its entries, and opens it again after a loss. */
export class SyncClient {
  readonly outgoing: Outgoing;
  readonly #cell: BoardCell;
  readonly #transport: Transport;
  readonly #parts: SyncedParts;
  readonly #later: Line['later'];
  /** Unsent work of people who were signed in here before, by participant, if the browser keeps nothing. */
  readonly #leftHere = new Map<string, Outbox>();
  /** True from asking for the debate to having it open: also while waiting to ask again. */
  #opening = false;
  /** True while the server is asked. */
  #asking = false;
  /** How often the connection was lost. */
  #losses = 0;
  /** How often in a row an error of this page's own has kept the debate from being opened. */
  #failures = 0;
  #rejoins = false;
  /** True if what is known here was another person's: the whole debate is requested. */
  #asksAll = false;
  /** True if an outbox is ahead of what the server has sent: its node is behind, or the log has been replaced. */
  #isBehindOutbox = false;

  constructor(cell: BoardCell, transport: Transport, parts: SyncedParts, later: Line['later']) {
    this.#cell = cell;
    this.#transport = transport;
    this.#parts = parts;
    this.#later = later;
    const line = {
      transport,
      later,
      isOpening: () => this.#opening,
      reopen: () => void this.#open(),
    };
    this.outgoing = new Outgoing(cell, parts.identity, parts.history, parts.restored, line);
  }

  /** Connects. Returns a function that disconnects. */
  connect(): () => void {
    const { company, marks } = this.#parts;
    return this.#transport.connect({
      connected: () => void this.#open(),
      disconnected: () => this.#disconnected(),
      frame: (frame) => this.#receive(frame),
      people: (people) => company.addPeople(people),
      presence: (update) => company.applyPresence(update),
      pointers: (moved) => company.pointers.apply(moved),
      pointersMuted: (change) => company.setPointersMuted(change),
      groups: (overviews) => company.setGroups(overviews),
      carets: (update) => company.applyCarets(update),
      standing: (standing) => this.#cell.change({ standing }),
      seen: (seen) => marks.see(unpackReadMarks(seen)),
      closing: (closing: Closing) => {
        if (closing.reason === 'access_changed') this.#cell.change({ access: 'changed' });
      },
    });
  }

  /** Opens the debate again if it is open: the server has to know of another identity, and reports what became of what was sent. */
  reopen(): void {
    if (this.#cell.read().connection.kind === 'live') void this.#open();
  }

  /** Asks to join again after a removal: the server is asked with the next opening, which happens now. */
  rejoin(): void {
    this.#rejoins = true;
    void this.#open();
  }

  async #open(): Promise<void> {
    if (this.#asking) return;
    this.#opening = true;
    this.#asking = true;
    const losses = this.#losses;
    this.#cell.change({ replica: loseConnection(this.#replica) });
    const { replica, debateId, branches } = this.#cell.read();
    const { identity, restored } = this.#parts;
    const clientId = identity.id;
    const asksAll = this.#asksAll || branches !== null;
    // A node that is asked for more than it knows catches up first.
    const awaited = this.#isBehindOutbox && !asksAll ? restored.awaitedSeq : null;
    // Also for what this page has not sent: the page before may have sent it and closed before recording that.
    const unanswered = (restored.outbox ?? replica).pending.flatMap((p) =>
      p.confirmedBy === null ? [p.clientSeq] : [],
    );
    const message = {
      protocol: PROTOCOL_VERSION,
      debateId,
      clientId,
      // If only the front is loaded, the page knows no complete state: request the whole debate.
      after: asksAll ? 0 : (awaited ?? replica.confirmed.seq),
      // No entry was written at 0: the server sends its state, whether its log is the one of the outbox or not.
      at: asksAll || awaited !== null ? 0 : replica.confirmed.at,
      unanswered: unanswered.slice(0, 1_000),
      ...(this.#rejoins && { rejoins: true as const }),
    };
    const answer = await this.#transport.open(message).catch(unreadable);
    this.#asking = false;
    // Asked under the previous client id: the server would attribute what waits here to another tab.
    if (clientId !== identity.id) return void this.#open();
    if (answer instanceof UnreadableAnswer) return this.#failed(answer.cause);
    // On a connection that was live the server has closed the debate first: operations sent before the next try would be refused.
    if (answer === null || (!answer.ok && isPassing(answer.rejection))) {
      if (this.#cell.read().connection.kind === 'live') this.#showReconnecting();
      return this.#later(() => void this.#open());
    }
    // Unpacking takes a while: the connection that was answered may be lost by now, and on the next the server has nothing open. And the
    // browser's copy may be shown since: the answer does not say whether the server's log is that of the copy.
    if (answer.ok && (losses !== this.#losses || this.#hasMoved(replica))) return void this.#open();
    if (answer.ok && this.#isAnother(answer)) return this.#beginForAnother(answer.participantId ?? '');
    this.#opening = false;
    try {
      if (answer.ok) this.#welcome(answer, awaited);
      else this.#denyAccess(answer);
      this.#failures = 0;
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Reports the first of errors of this page's own, and opens the debate again: after a while, as it may need all of the debate. */
  #failed(error: unknown): void {
    this.#opening = true;
    if (this.#cell.read().connection.kind === 'live') this.#showReconnecting();
    this.#later(() => void this.#open(), Math.min(FAILED_PAUSE * 2 ** this.#failures, LONGEST_PAUSE));
    this.#failures += 1;
    if (this.#failures === 1) reportError(error);
  }

  /** True if the confirmed state was replaced since a replica was the present one. A live page's moves with frames, which belong to its log. */
  #hasMoved({ confirmed }: Replica): boolean {
    return this.#cell.read().connection.kind !== 'live' && this.#replica.confirmed !== confirmed;
  }

  /** True if the person who is signed in now is not the one who wrote here, whose sign-in may have ended before. */
  #isAnother({ participantId }: Welcome): boolean {
    const before = this.#parts.identity.participantId;
    return before !== null && participantId !== null && participantId !== before;
  }

  /**
   * Begins again as a new tab. What the person before has not sent stays in their outbox, for the next page they open; if the browser can't
   * keep that, in this tab until they sign in here again.
   */
  #beginForAnother(participantId: string): void {
    const { identity, restored } = this.#parts;
    this.#leaveHere();
    const left = this.#leftHere.get(participantId);
    this.#leftHere.delete(participantId);
    const id = left?.clientId ?? newId('tab');
    Object.assign(identity, { id, seq: left?.clientSeq ?? 0, participantId: null });
    restored.drop();
    if (left) restored.set(left);
    this.#asksAll = true;
    // At once: in between, what the person before has not sent would be kept under the new id too.
    this.#cell.change({
      replica: { ...releasePending(this.#replica, Number.POSITIVE_INFINITY), participantId: null },
      refused: [],
      drafts: new Map(),
      undo: NOTHING_TO_UNDO,
      unsentOfOthers: this.#countLeft(),
    });
    void this.#open();
  }

  /** Holds what the person before has not sent, if this tab alone has it. */
  #leaveHere(): void {
    const { identity, restored } = this.#parts;
    const { debateId, replica, refused, drafts, isPersisted } = this.#cell.read();
    if (isPersisted || identity.participantId === null) return;
    const outbox = restored.outbox ?? packOutbox(debateId, replica, identity, refused, drafts.values());
    if (outbox) this.#leftHere.set(outbox.participantId, outbox);
  }

  #countLeft(): number {
    return [...this.#leftHere.values()].reduce((sum, outbox) => sum + unsentIn(outbox), 0);
  }

  /** Gives back to a removed or banned person what was not stored, so that they can copy it. */
  #denyAccess({ rejection: why, standing, answers = [] }: AccessDenied): void {
    const { restored } = this.#parts;
    this.#cell.change({ connection: { kind: 'refused', rejection: why }, standing: standing ?? null });
    if (!standing) return;
    restored.apply(restored.outbox !== null);
    this.#settleUnanswered({ answers });
    for (const { clientSeq, confirmedBy } of this.#replica.pending)
      if (confirmedBy === null) this.outgoing.answered(clientSeq, refuse(why));
    this.outgoing.replace(dropAcknowledged(this.#replica));
  }

  /** `awaited`: the state that was asked for because an outbox is based on it. */
  #welcome(welcome: Welcome, awaited: number | null): void {
    const { restored, company } = this.#parts;
    this.#rejoins = false;
    // Another person has signed in: the read marks belong to the person before.
    const isOther = welcome.participantId !== this.#replica.participantId;
    this.#cell.change({ standing: welcome.standing, ...(isOther && { seen: null, lastVisit: null }) });
    company.reset(welcome);
    const hadOutbox = restored.outbox !== null;
    if (!hadOutbox) this.#settleUnanswered(welcome);
    const { state, participantId } = welcome;
    this.#parts.identity.participantId = participantId ?? this.#parts.identity.participantId;
    const joined = { ...this.#replica, participantId };
    if (state.kind === 'snapshot') {
      this.#begin(joined, state, awaited);
    } else {
      const { to, entries, own, at } = state.frame;
      this.outgoing.replace(receive(joined, to, entries, own, at));
    }
    // A node may be behind the one that answered the page before: then what is kept waits.
    restored.apply(restored.isCaughtUp);
    if (hadOutbox && restored.outbox === null) this.#settleUnanswered(welcome);
    this.#cell.change({ connection: { kind: 'live' }, access: 'known' });
    company.resendPresence();
    this.#isBehindOutbox = awaited === null && restored.awaitedSeq !== null;
    if (this.#isBehindOutbox) void this.#open();
    else this.outgoing.send();
  }

  /**
   * Begins from a snapshot. A snapshot of another log than the one this page followed replaces what is known; so does one that ends before
   * the `awaited` state although the server has caught up.
   */
  #begin(
    replica: Replica,
    { snapshot, frame, rewound: isOther }: SnapshotWelcome,
    awaited: number | null,
  ): void {
    const rewound = awaited === null ? isOther : frame.to < awaited;
    // A snapshot older than the front still contains more than the front.
    const replaces = rewound || this.#asksAll || this.#cell.read().branches !== null;
    const begin = replaces ? resetToRestoredLog : resetToSnapshot;
    this.#asksAll = false;
    this.#cell.asOne(() => {
      this.#cell.change({ branches: null, awaitsAll: false });
      this.outgoing.replace(begin(replica, fromSnapshot(snapshot), replica.participantId));
    });
    if (rewound) {
      this.#cell.change({ undo: NOTHING_TO_UNDO });
      this.#parts.restored.restartAt(snapshot.seq);
    }
    this.outgoing.replace(receive(this.#replica, frame.to, frame.entries, frame.own, frame.at));
  }

  /** Takes the answers to operations whose outcome was unknown. */
  #settleUnanswered({ answers }: Pick<Welcome, 'answers'>): void {
    for (const [clientSeq, answer] of answers) this.outgoing.answered(clientSeq, answer);
  }

  #disconnected(): void {
    this.#losses += 1;
    if (this.#cell.read().connection.kind !== 'refused') this.#showReconnecting();
  }

  /** Shows that nothing is saved and nobody is seen until the debate is open again. */
  #showReconnecting(): void {
    this.#cell.change({
      replica: loseConnection(this.#replica),
      connection: { kind: 'reconnecting', since: Date.now() },
      present: new Map(),
      count: null,
      carets: new Map(),
    });
    this.#parts.company.pointers.clear();
  }

  #receive(frame: Frame): void {
    if (this.#cell.read().connection.kind !== 'live') return;
    const replica = this.#replica;
    if (frame.to <= replica.confirmed.seq) return;
    // A gap: a frame was lost. Catch up rather than guess. A frame may go back further than what is known, if it discloses the viewer's
    // own entries that are hidden from others.
    if (frame.after > replica.confirmed.seq) return void this.#open();
    // Words were erased: the state here still has them, and is requested again.
    if (frame.entries.some(erasesWords)) return void this.#open();
    this.#cell.asOne(() => {
      try {
        this.#take(frame);
      } catch (error) {
        this.#failed(error);
      }
    });
  }

  #take(frame: Frame): void {
    const { company, restored } = this.#parts;
    const replica = this.#replica;
    this.#cell.change({ recentlyChanged: recentlyChangedAfter(frame.entries, this.#cell.read()) });
    this.outgoing.replace(receive(replica, frame.to, frame.entries, frame.own, frame.at));
    company.removePeople(frame.entries.flatMap(erasedBy));
    // While new claims were hidden, nobody's position was disclosed.
    const hides = hidesClaims(this.#replica.confirmed);
    if (hidesClaims(replica.confirmed) && !hides) company.resendPresence();
    if (hides) company.pointers.clear();
    if (restored.outbox && restored.isCaughtUp) {
      restored.apply(true);
      return void this.#open();
    }
    this.outgoing.send();
  }

  get #replica(): Replica {
    return this.#cell.read().replica;
  }
}

/** Returns that an answer can't be read; `null` for any other error, after which there is none. */
function unreadable(error: unknown): UnreadableAnswer | null {
  return error instanceof UnreadableAnswer ? error : null;
}

type SnapshotWelcome = Extract<Welcome['state'], { kind: 'snapshot' }>;

function erasedBy({ effect }: ProjectedEntry): string[] {
  return effect.type === 'participant.erased' ? [effect.participantId] : [];
}
