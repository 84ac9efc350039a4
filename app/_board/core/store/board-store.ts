import type { Operation } from '#domain/debate/engine/operations.ts';
import { isRedundant, type Rejection } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { TextEdit, TextName } from '#domain/debate/texts/texts.ts';
import type { ReadMarksMessage } from '#domain/protocol/read-marks-messages.ts';
import type { Person } from '#domain/protocol/server-messages.ts';
import type { StoredDraft } from '#domain/sync/draft.ts';
import { fitsOutbox, type Outbox, packOutbox } from '#domain/sync/outbox.ts';
import { releasePending } from '#domain/sync/release-pending.ts';
import { createReplica, enablePrediction, resetToSnapshot } from '#domain/sync/replica.ts';
import type { Rules } from '#domain/sync/rules.ts';
import { NOTHING_TO_UNDO, type UndoableAction } from '#domain/sync/undo-stack.ts';
import type { ReadMarks } from '#domain/unread/read-marks.ts';
import type { Transport } from '../transport/transport.ts';
import { BoardCell } from './board-cell.ts';
import type { BoardState } from './board-state.ts';
import { storeDraft } from './drafts.ts';
import { newId } from './new-id.ts';
import type { Line, Outgoing, TabIdentity } from './outgoing.ts';
import { PresenceStore } from './presence-store.ts';
import { ReadMarksSync } from './read-marks.ts';
import { Refusals } from './refusals.ts';
import { RestoredOutbox } from './restored-outbox.ts';
import { SyncClient } from './sync-client.ts';
import { type Reverted, UndoHistory } from './undo-history.ts';

/**
 * The board's one store: the viewer's operations go in through `submit`, the server's entries through the transport, and every view reads
 * `state`. All decisions are made purely, in `domain/sync`; the parts of the store hold the one mutable cell and the timing.
 */
export class BoardStore {
  /** The current state; a new object after every change. */
  readonly state: () => BoardState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly presence: PresenceStore;
  readonly refusals: Refusals;
  readonly #cell: BoardCell;
  readonly #transport: Transport;
  readonly #identity: TabIdentity;
  readonly #history: UndoHistory;
  readonly #restored: RestoredOutbox;
  readonly #marks: ReadMarksSync;
  readonly #sync: SyncClient;
  readonly #outgoing: Outgoing;

  constructor(
    initial: BoardState,
    transport: Transport,
    clientId: string,
    later: Line['later'] = (retry, pause = RETRY_AFTER) => void setTimeout(retry, pause),
  ) {
    const cell = new BoardCell(initial);
    this.state = cell.read;
    this.subscribe = cell.subscribe;
    this.presence = new PresenceStore(cell, transport);
    this.refusals = new Refusals(cell, (operation) => this.submit(operation));
    this.#cell = cell;
    this.#transport = transport;
    this.#identity = { id: clientId, seq: 0, participantId: initial.replica.participantId };
    this.#history = new UndoHistory(cell);
    this.#restored = new RestoredOutbox(cell);
    this.#marks = new ReadMarksSync(cell, transport);
    const parts = {
      identity: this.#identity,
      history: this.#history,
      restored: this.#restored,
      company: this.presence,
      marks: this.#marks,
    };
    this.#sync = new SyncClient(cell, transport, parts, later);
    this.#outgoing = this.#sync.outgoing;
  }

  /** Connects. Returns a function that disconnects. */
  connect(): () => void {
    return this.#sync.connect();
  }

  /** Asks to join again after a removal: the server is asked with the next opening, which happens now. */
  rejoin(): void {
    this.#sync.rejoin();
  }

  /** Records at once what the viewer has seen here; `sendSeen` sends it. */
  markSeen(seen: ReadMarks): void {
    this.#marks.see(seen);
  }

  /** Begins another visit, of a viewer who left when the debate was of this server time. */
  beginVisit(left: number): void {
    this.#marks.beginVisit(left);
  }

  /** Sends what the viewer has seen here, and receives what they have seen on any device. Rejects if the connection is lost. */
  sendSeen(message: ReadMarksMessage): Promise<void> {
    return this.#marks.send(message);
  }

  /** Returns the server's time. */
  askClock(): Promise<number> {
    return this.#transport.askClock();
  }

  /** Takes the rules, which load after the first cards. From now on submitted operations are predicted with them. */
  enableRules(rules: Rules): void {
    this.#history.learn(rules);
    this.#cell.change({ replica: enablePrediction(this.state().replica, rules.decide) });
  }

  /** Id under which the server knows this tab's operations. */
  get clientId(): string {
    return this.#identity.id;
  }

  /** The participant whose tab this is, also after their sign-in has ended; `null`: nobody's yet. */
  get writer(): string | null {
    return this.#identity.participantId;
  }

  /** Returns what has to be kept over a reload; `null` for nothing. */
  outbox(): Outbox | null {
    if (this.#restored.outbox) return this.#restored.outbox;
    const { debateId, replica, refused, drafts } = this.state();
    return packOutbox(debateId, replica, this.#identity, refused, drafts.values());
  }

  /** True if this page has nothing to send: then it can `resume` an outbox. */
  get isIdle(): boolean {
    return this.#restored.outbox === null && this.state().replica.pending.length === 0;
  }

  /** True if an outbox can be shown on the present state at once. */
  fits(outbox: Outbox): boolean {
    const { replica, branches } = this.state();
    return branches === null && fitsOutbox(replica, outbox);
  }

  /** Continues with what an earlier page has kept, under its client id. Only while this page has nothing to send. */
  resume(outbox: Outbox): void {
    this.#identity.id = outbox.clientId;
    this.#identity.seq = outbox.clientSeq;
    this.#cell.asOne(() => {
      this.#restored.set(outbox);
      this.#renumberRefused();
      this.#restored.apply(this.fits(outbox));
    });
    this.#sync.reopen();
  }

  /** Under another client id, this page's rejected operations get numbers that no operation of that id has. */
  #renumberRefused(): void {
    const { refused } = this.state();
    if (refused.length === 0) return;
    const first = this.#identity.seq + 1;
    this.#identity.seq += refused.length;
    this.#cell.change({ refused: refused.map((one, index) => ({ ...one, clientSeq: first + index })) });
  }

  /** Shows the debate as this browser kept it, and for whom: newer than what the page contained, while the server is unreachable. */
  hydrateFromCache(confirmed: DebateState, participantId: string | null, people: readonly Person[]): void {
    const { connection, replica } = this.state();
    if (connection.kind === 'live') return;
    this.presence.addPeople(people);
    this.#takeWhole(confirmed, participantId ?? replica.participantId);
    this.#identity.participantId ??= this.state().replica.participantId;
    const { outbox } = this.#restored;
    if (outbox) this.#restored.apply(fitsOutbox(this.state().replica, outbox));
  }

  /** Takes the whole debate, of which only the front was loaded. What was submitted meanwhile stays. */
  complete(confirmed: DebateState): void {
    const { replica, branches } = this.state();
    // The server has sent the whole debate meanwhile.
    if (branches !== null) this.#takeWhole(confirmed, replica.participantId);
  }

  #takeWhole(confirmed: DebateState, participantId: string | null): void {
    this.#cell.asOne(() => {
      this.#cell.change({ branches: null, awaitsAll: false });
      this.#outgoing.replace(resetToSnapshot(this.state().replica, confirmed, participantId));
    });
  }

  /** Called when the whole debate does not come with the page: the server has to send it. */
  requestAll(): void {
    if (this.state().awaitsAll) this.#cell.change({ awaitsAll: false });
  }

  /** Shows another moment of the past, if the viewer is looking at one. */
  showRevision(moment: DebateState, people: readonly Person[]): void {
    const { isOnlyRead, replica } = this.state();
    if (!isOnlyRead) return;
    this.presence.addPeople(people);
    // Earlier or later than the one shown: in both cases another copy.
    this.#cell.change({ replica: createReplica(moment, replica.participantId, null) });
  }

  /**
   * Another page takes over what this one has kept, up to the number `upTo`. This one continues, under a new client id, with what was
   * submitted since.
   */
  handOverOutbox(upTo: number): void {
    const { replica, refused } = this.state();
    this.#identity.id = newId('tab');
    this.#restored.drop();
    this.#cell.change({
      replica: releasePending(replica, upTo),
      refused: refused.filter(({ clientSeq }) => clientSeq > upTo),
      undo: NOTHING_TO_UNDO,
    });
    this.#sync.reopen();
  }

  /** Records whether the browser keeps unsent changes. */
  setPersisted(isPersisted: boolean): void {
    if (isPersisted !== this.state().isPersisted) this.#cell.change({ isPersisted });
  }

  /** Submits an operation. Returns `null` if it is shown and on its way, or the rejection if nothing has happened. */
  submit(operation: Operation): Rejection | null {
    this.#history.begin();
    return this.#outgoing.submit(operation, 'new');
  }

  /**
   * Submits several operations as one action: they are undone and redone together. Operations that are not allowed are left out; returns
   * one rejection for each reason.
   */
  submitTogether(operations: readonly Operation[]): Rejection[] {
    const begun = this.#begin();
    return this.#cell.asOne(() =>
      operations.flatMap((operation) => this.#submitAsPart(operation, begun) ?? []),
    );
  }

  /**
   * Submits operations as one action: all of them, or none if one of them is not allowed after those before it. Of several, an
   * operation that would change nothing is left out: another person has done that meanwhile. Returns the rejection, or `null`.
   */
  submitInTurn(operations: readonly Operation[]): Rejection | null {
    const begun = this.#begin();
    const refused = operations.length > 1 ? this.#outgoing.refusalInTurn(operations) : null;
    if (refused) return refused;
    return this.#cell.asOne(() => {
      for (const operation of operations) {
        const refusal = this.#submitAsPart(operation, begun);
        if (refusal && (operations.length === 1 || !isRedundant(refusal))) return refusal;
      }
      return null;
    });
  }

  /** Begins an action of several operations. Returns the last undo step before it. */
  #begin(): Operation | undefined {
    this.#history.begin();
    return this.#lastStep;
  }

  /** Submits an operation of an action before which the last undo step was `begun`. Those before it may have added none. */
  #submitAsPart(operation: Operation, begun: Operation | undefined): Rejection | null {
    return this.#outgoing.submit(operation, 'new', this.#lastStep !== begun);
  }

  get #lastStep(): Operation | undefined {
    return this.state().undo.undo.at(-1);
  }

  /**
   * Submits an edit as it is typed: it is sent at once, or merged with an edit of the same text that waits for an earlier one. `goesOn`:
   * for undo it belongs to what was typed before.
   */
  submitTyping(edit: TextEdit, goesOn: boolean): Rejection | null {
    return this.#cell.asOne(() => this.#outgoing.type(edit, goesOn));
  }

  /** Keeps an edit that cannot be submitted with the rejected operations, so that its words are not lost. */
  keepRefused(operation: TextEdit, refusal: Rejection): void {
    this.#identity.seq += 1;
    this.refusals.keep(this.#identity.seq, operation, refusal);
  }

  /** Keeps an editor's text that cannot be submitted; see `keepDraft` in `drafts.ts`. */
  keepDraft(name: TextName, draft: StoredDraft | null, takenBack: readonly number[] = []): void {
    storeDraft(this.#cell, name, draft, takenBack);
  }

  /** The viewer's latest action, for `undo`; `null` if it changed nothing or can't be undone. */
  get latestAction(): UndoableAction | null {
    return this.#history.latest;
  }

  /** Undoes the viewer's last action that still fits, or only this one, if it is that. Returns false if nothing was undone. */
  undo(only?: UndoableAction): boolean {
    return this.#step('undo', only);
  }

  redo(): boolean {
    return this.#step('redo');
  }

  /** The action that `undo` or `redo` changed last. */
  get lastReverted(): Reverted {
    return this.#history.reverted;
  }

  #step(action: 'undo' | 'redo', only?: UndoableAction): boolean {
    const submit = (operation: Operation) => this.#outgoing.submit(operation, action);
    return this.#cell.asOne(() => this.#history.step(action, submit, only));
  }
}

/** Milliseconds until an operation that the server could not take is sent again. */
const RETRY_AFTER = 1_000;
