import { hidesClaims } from '../../../../domain/debate/agenda/phases.ts';
import type { ProjectedEntry } from '../../../../domain/debate/engine/entries.ts';
import { LIMITS } from '../../../../domain/debate/engine/limits.ts';
import type { Operation } from '../../../../domain/debate/engine/operations.ts';
import { mayWhenMuted } from '../../../../domain/debate/engine/permissions.ts';
import {
  isPassing,
  type Rejection,
  type RejectionCode,
  rejection,
} from '../../../../domain/debate/engine/rejections.ts';
import { fromSnapshot } from '../../../../domain/debate/engine/snapshot.ts';
import type { DebateState } from '../../../../domain/debate/engine/state.ts';
import { erasesWords } from '../../../../domain/debate/erasure/erases-words.ts';
import {
  isTextEdit,
  revisionIn,
  type TextEdit,
  type TextName,
  textNamed,
} from '../../../../domain/debate/texts/texts.ts';
import type { SeenMessage } from '../../../../domain/protocol/seen-messages.ts';
import type {
  AccessDenied,
  Closing,
  Frame,
  Person,
  Welcome,
} from '../../../../domain/protocol/server-messages.ts';
import { PROTOCOL_VERSION } from '../../../../domain/protocol/version.ts';
import { carryCarets } from '../../../../domain/sync/carets.ts';
import type { StoredDraft } from '../../../../domain/sync/draft.ts';
import { fitsOutbox, type Outbox, packOutbox, resumeOutbox } from '../../../../domain/sync/outbox.ts';
import type { OperationAnswer, PendingOperation } from '../../../../domain/sync/pending-operation.ts';
import { releasePending } from '../../../../domain/sync/release-pending.ts';
import {
  acknowledge,
  asUnacknowledged,
  canResubmit,
  coalescesWithPending,
  createReplica,
  dropAcknowledged,
  enablePrediction,
  loseConnection,
  markForResend,
  markPayloadUnknown,
  predict,
  type Replica,
  receive,
  resetToRestoredLog,
  resetToSnapshot,
  resubmit,
  submit,
  submitTyping,
  takeSendable,
} from '../../../../domain/sync/replica.ts';
import type { Rules } from '../../../../domain/sync/rules.ts';
import { type HistoryAction, NOTHING_TO_UNDO } from '../../../../domain/sync/undo-stack.ts';
import { isSameSeen, mergeSeen, type Seen } from '../../../../domain/unread/seen.ts';
import { receivedSeen } from '../../../../domain/unread/sent-seen.ts';
import type { Transport } from '../transport/transport.ts';
import type { BoardCell } from './board-cell.ts';
import type { BoardState } from './board-state.ts';
import { changedByOthers } from './changed-by-others.ts';
import { newId } from './new-id.ts';
import { PresenceStore } from './presence-store.ts';
import { Refusals } from './refusals.ts';

/**
 * The board's one store: the viewer's operations go in through `submit`, the server's entries through the transport, and every view reads
 * `state`. All decisions are made purely, in `domain/sync`; this is the mutable cell and the timing.
 */
export class BoardStore {
  #state: BoardState;
  readonly company: PresenceStore;
  readonly refusals: Refusals;
  readonly #transport: Transport;
  #clientId: string;
  readonly #later: (retry: () => void) => void;
  #clientSeq = 0;
  /** `null` until the page has loaded them: until then nothing can be undone. */
  #rules: Rules | null = null;
  /** Kept by an earlier page and not shown yet: this page's state is older than the one it builds on. */
  #held: Outbox | null = null;
  #opening = false;
  #rejoins = false;
  /** Number of running acts whose changes are announced together, and the state that was last announced. */
  #acts = 0;
  #notified: BoardState;
  readonly #listeners = new Set<() => void>();

  constructor(
    initial: BoardState,
    transport: Transport,
    clientId: string,
    later = (retry: () => void): void => void setTimeout(retry, RETRY_AFTER),
  ) {
    this.#later = later;
    this.#state = initial;
    this.#notified = initial;
    this.#transport = transport;
    this.#clientId = clientId;
    const cell: BoardCell = { read: this.state, change: (part) => this.#set(part) };
    this.company = new PresenceStore(cell, transport);
    this.refusals = new Refusals(cell, (operation) => this.submit(operation));
  }

  /** The current state; a new object after every change. */
  readonly state = (): BoardState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Connects. Returns a function that disconnects. */
  connect(): () => void {
    return this.#transport.connect({
      connected: () => void this.#open(),
      disconnected: () => this.#lost(),
      frame: (frame) => this.#receive(frame),
      people: (people) => this.company.addPeople(people),
      presence: (update) => this.company.applyPresence(update),
      pointers: (moved) => this.company.pointers.take(moved),
      pointersMuted: (change) => this.company.setPointersMuted(change),
      groups: (overviews) => this.company.seeGroups(overviews),
      carets: (update) => this.company.seeCarets(update),
      standing: (standing) => this.#set({ standing }),
      seen: (seen) => this.#see(receivedSeen(seen)),
      closing: (closing: Closing) => {
        if (closing.reason === 'too_slow') void this.#open();
        if (closing.reason === 'access_changed') this.#set({ access: 'changed' });
      },
    });
  }

  /** Asks to join again after a removal: the server is asked with the next opening, which happens now. */
  rejoin(): void {
    this.#rejoins = true;
    void this.#open();
  }

  /** Records at once what the viewer has seen here; `sendSeen` sends it. */
  see(seen: Seen): void {
    this.#see(seen);
  }

  /** Sends what the viewer has seen here, and receives what they have seen on any device. Rejects if the connection is lost. */
  async sendSeen(message: SeenMessage): Promise<void> {
    this.#see(receivedSeen(await this.#transport.sendSeen(message)));
  }

  /** Merges it with what is known: devices report in any order. */
  #see(seen: Seen): void {
    const { seen: known } = this.#state;
    const joined = known ? mergeSeen(known, seen) : seen;
    if (known === null) this.#set({ seen: joined, lastVisit: joined.left });
    else if (!isSameSeen(known, joined)) this.#set({ seen: joined });
  }

  /** Returns the server's time. */
  askClock(): Promise<number> {
    return this.#transport.askClock();
  }

  /** Takes the rules, which load after the first cards. From now on submitted operations are predicted with them. */
  learn(rules: Rules): void {
    this.#rules = rules;
    this.#set({ replica: enablePrediction(this.#state.replica, rules.decide) });
  }

  /** Id under which the server knows this tab's operations. */
  get clientId(): string {
    return this.#clientId;
  }

  /** Returns what has to be kept over a reload; `null` for nothing. */
  outbox(): Outbox | null {
    if (this.#held) return this.#held;
    const { debateId, replica, refused, drafts } = this.#state;
    const client = { id: this.#clientId, seq: this.#clientSeq };
    return packOutbox(debateId, replica, client, refused, drafts.values());
  }

  /** Continues with what an earlier page has kept, under its client id. Only while this page has nothing to send. */
  resume(outbox: Outbox): void {
    this.#clientId = outbox.clientId;
    this.#clientSeq = outbox.clientSeq;
    this.#held = outbox;
    this.#showHeld(this.#state.branches === null && fitsOutbox(this.#state.replica, outbox));
    // The server receives the client id, and reports what became of what was sent.
    if (this.#state.connection.kind === 'live') void this.#open();
  }

  /** Shows the debate as this browser kept it, and for whom: newer than what the page contained, while the server is unreachable. */
  hydrateFromCache(confirmed: DebateState, participantId: string | null, people: readonly Person[]): void {
    if (this.#state.connection.kind === 'live') return;
    this.company.addPeople(people);
    const { replica } = this.#state;
    this.#asOne(() => {
      this.#set({ branches: null, awaitsAll: false });
      this.#replace(resetToSnapshot(replica, confirmed, participantId ?? replica.participantId));
    });
    if (this.#held) this.#showHeld(fitsOutbox(this.#state.replica, this.#held));
  }

  /** Takes the whole debate, of which only the front was loaded. What was submitted meanwhile stays. */
  complete(confirmed: DebateState): void {
    const { replica, branches } = this.#state;
    // The server has sent the whole debate meanwhile.
    if (branches === null) return;
    this.#asOne(() => {
      this.#set({ branches: null, awaitsAll: false });
      this.#replace(resetToSnapshot(replica, confirmed, replica.participantId));
    });
  }

  /** Called when the whole debate does not come with the page: the server has to send it. */
  askForAll(): void {
    if (this.#state.awaitsAll) this.#set({ awaitsAll: false });
  }

  /** Shows another moment of the past, if the viewer is looking at one. */
  showRevision(moment: DebateState, people: readonly Person[]): void {
    const { isOnlyRead, replica } = this.#state;
    if (!isOnlyRead) return;
    this.company.addPeople(people);
    // Earlier or later than the one shown: in both cases another copy.
    this.#set({ replica: createReplica(moment, replica.participantId, null) });
  }

  /**
   * Another page takes over what this one has kept, up to the number `upTo`. This one continues, under a new client id, with what was
   * submitted since.
   */
  handOverOutbox(upTo: number): void {
    const replica = releasePending(this.#state.replica, upTo);
    this.#clientId = newId('tab');
    this.#held = null;
    const refused = this.#state.refused.filter(({ clientSeq }) => clientSeq > upTo);
    this.#set({ replica, refused, undo: NOTHING_TO_UNDO });
    if (this.#state.connection.kind === 'live') void this.#open();
  }

  /** Records whether the browser keeps unsent changes. */
  noteKept(isPersisted: boolean): void {
    if (isPersisted !== this.#state.isPersisted) this.#set({ isPersisted });
  }

  /** Submits an operation. Returns `null` if it is shown and on its way, or the rejection if nothing has happened. */
  submit(operation: Operation): Rejection | null {
    return this.#submit(operation, 'new');
  }

  /**
   * Submits several operations as one action: they are undone and redone together. Operations that are not allowed are left out; returns
   * one rejection for each reason.
   */
  submitTogether(operations: readonly Operation[]): Rejection[] {
    let joins = false;
    return operations.flatMap((operation) => {
      const refusal = this.#submit(operation, 'new', joins);
      joins ||= refusal === null;
      return refusal ?? [];
    });
  }

  /** Submits operations as one action; each is submitted only if those before it are allowed. Returns the rejection, or `null`. */
  submitInTurn(operations: readonly Operation[]): Rejection | null {
    for (const [at, operation] of operations.entries()) {
      const refusal = this.#submit(operation, 'new', at > 0);
      if (refusal) return refusal;
    }
    return null;
  }

  /**
   * Submits an edit as it is typed: it is sent at once, or merged with an edit of the same text that waits for an earlier one. `goesOn`:
   * for undo it belongs to what was typed before.
   */
  type(edit: TextEdit, goesOn: boolean): Rejection | null {
    return this.#asOne(() => this.#type(edit, goesOn));
  }

  /** Keeps an edit that cannot be submitted with the rejected operations, so that its words are not lost. */
  keepRefused(operation: TextEdit, refusal: Rejection): void {
    this.#clientSeq += 1;
    this.refusals.keep(this.#clientSeq, operation, refusal);
  }

  /**
   * Keeps an editor's text that cannot be submitted, so that it survives the page; `null`: there is none any longer. Rejected edits that
   * are `takenBack` into it leave the tray in the same moment: otherwise another editor of the text would take them too.
   */
  keepDraft(name: TextName, draft: StoredDraft | null, takenBack: readonly number[] = []): void {
    if (draft === null && !this.#state.drafts.has(name) && takenBack.length === 0) return;
    const drafts = new Map(this.#state.drafts);
    if (draft === null) drafts.delete(name);
    else drafts.set(name, draft);
    const refused = this.#state.refused.filter(({ clientSeq }) => !takenBack.includes(clientSeq));
    this.#set({ drafts, ...(takenBack.length > 0 && { refused }) });
  }

  /** Undoes the viewer's last operation. Returns false if none still fits. */
  undo(): boolean {
    return this.#step('undo');
  }

  redo(): boolean {
    return this.#step('redo');
  }

  #submit(operation: Operation, deed: HistoryAction, joins = false): Rejection | null {
    const { replica } = this.#state;
    const precheck = this.#barred(operation);
    if (precheck) return precheck;
    const prediction = predict(replica, operation);
    if (!prediction.ok) return prediction.rejection;
    this.#clientSeq += 1;
    const me = replica.participantId ?? '';
    const { undo: before } = this.#state;
    const undo = this.#rules?.noteDeed(before, deed, replica.view, prediction.effects, me, joins) ?? before;
    this.#set({ replica: submit(replica, this.#clientSeq, operation), undo });
    this.#send();
    return null;
  }

  #type(edit: TextEdit, goesOn: boolean): Rejection | null {
    const { replica, undo } = this.#state;
    const barred = this.#barred(edit);
    if (barred) return barred;
    const prediction = predict(replica, edit);
    if (!prediction.ok) return prediction.rejection;
    if (!coalescesWithPending(replica, edit)) this.#clientSeq += 1;
    const me = replica.participantId ?? '';
    this.#set({
      replica: submitTyping(replica, this.#clientSeq, edit),
      undo: this.#rules?.noteTyping(undo, replica.view, prediction.effects, me, goesOn) ?? undo,
    });
    this.#send();
    return null;
  }

  /** Returns why this may not be submitted now, whatever the debate's state predicts; or `null`. */
  #barred({ type }: Operation): Rejection | null {
    if (this.#held) return rejection('unavailable');
    const { connection, standing, isOnlyRead } = this.#state;
    if (isOnlyRead) return rejection('not_allowed');
    if (isTurnedAway(connection)) return connection.rejection;
    // Not in the state that others see too: it would be submitted, rejected and, from an editor, submitted again.
    if (standing && standing.membership !== 'member') return rejection(standing.membership);
    if (standing?.muted && !mayWhenMuted(type)) return rejection('muted');
    const full = this.#state.replica.pending.length >= LIMITS.pendingOperations;
    return full ? rejection('queue_full', LIMITS.pendingOperations) : null;
  }

  #step(deed: 'undo' | 'redo'): boolean {
    const rules = this.#rules;
    if (rules === null) return false;
    let done = false;
    for (let last = this.#state.undo[deed].at(-1); last; last = this.#state.undo[deed].at(-1)) {
      const joined = this.#state.undo.joined.has(last);
      if (this.#submit(onView(last, this.#state.replica), deed, done) === null) done = true;
      else this.#set({ undo: rules.dropStep(this.#state.undo, deed) });
      if (done && !joined) break;
    }
    return done;
  }

  async #open(): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    this.#set({ replica: loseConnection(this.#state.replica) });
    const { replica, debateId, branches } = this.#state;
    const clientId = this.#clientId;
    // Also for what this page has not sent: the page before may have sent it and closed before recording that.
    const unanswered = (this.#held ?? replica).pending.flatMap((p) =>
      p.confirmedBy === null ? [p.clientSeq] : [],
    );
    const message = {
      protocol: PROTOCOL_VERSION,
      debateId,
      clientId,
      // If only the front is loaded, the page knows no complete state: request the whole debate.
      after: branches === null ? replica.confirmed.seq : 0,
      at: branches === null ? replica.confirmed.at : 0,
      unanswered: unanswered.slice(0, 1_000),
      ...(this.#rejoins && { rejoins: true as const }),
    };
    const answer = await this.#transport.open(message).catch(() => null);
    this.#opening = false;
    // Asked under the previous client id: the server would attribute what waits here to another tab.
    if (clientId !== this.#clientId) return void this.#open();
    if (answer?.ok) this.#welcome(answer);
    else if (answer === null || isPassing(answer.rejection)) this.#later(() => void this.#open());
    else this.#turnAway(answer);
  }

  /** Gives back to a removed or banned person what was not stored, so that they can copy it. */
  #turnAway({ rejection: why, standing, answers = [] }: AccessDenied): void {
    this.#set({ connection: { kind: 'refused', rejection: why }, standing: standing ?? null });
    if (!standing) return;
    this.#showHeld(this.#held !== null);
    this.#hear({ answers });
    for (const { clientSeq, confirmedBy } of this.#state.replica.pending)
      if (confirmedBy === null) this.#answered(clientSeq, { ok: false, rejection: why });
    this.#replace(dropAcknowledged(this.#state.replica));
  }

  #welcome(welcome: Welcome): void {
    this.#rejoins = false;
    // Another person has signed in: the read marks belong to the person before.
    const isOther = welcome.participantId !== this.#state.replica.participantId;
    this.#set({ standing: welcome.standing, ...(isOther && { seen: null, lastVisit: null }) });
    this.company.reset(welcome);
    const restoredOutbox = this.#held !== null;
    if (!restoredOutbox) this.#hear(welcome);
    const { state, participantId } = welcome;
    const joined = { ...this.#state.replica, participantId };
    if (state.kind === 'snapshot') {
      this.#begin(joined, state);
    } else {
      this.#replace(receive(joined, state.frame.to, state.frame.entries, state.frame.own, state.frame.at));
    }
    // A node may be behind the one that answered the page before: then what is kept waits.
    this.#showHeld(this.#reachesHeld());
    if (restoredOutbox && this.#held === null) this.#hear(welcome);
    this.#set({ connection: { kind: 'live' }, access: 'known' });
    this.company.resendPresence();
    this.#send();
  }

  /** Begins from a snapshot. A snapshot of another log than the one this page followed replaces what is known. */
  #begin(replica: Replica, { snapshot, frame, rewound }: SnapshotWelcome): void {
    // A snapshot older than the front still contains more than the front.
    const begin = rewound || this.#state.branches !== null ? resetToRestoredLog : resetToSnapshot;
    this.#asOne(() => {
      this.#set({ branches: null, awaitsAll: false });
      this.#replace(begin(replica, fromSnapshot(snapshot), replica.participantId));
    });
    if (rewound) {
      this.#set({ undo: NOTHING_TO_UNDO });
      const held = this.#held;
      if (held) this.#held = { ...held, pending: held.pending.map(asUnacknowledged), seq: snapshot.seq };
    }
    this.#replace(receive(this.#state.replica, frame.to, frame.entries, frame.own, frame.at));
  }

  /** Takes the answers to operations whose outcome was unknown. */
  #hear({ answers }: Pick<Welcome, 'answers'>): void {
    for (const [clientSeq, answer] of answers) this.#answered(clientSeq, answer);
  }

  #showHeld(fits: boolean): void {
    const held = this.#held;
    if (!held || !fits) return;
    this.#held = null;
    const refused = [...held.refused, ...this.#state.refused];
    const left = (held.drafts ?? []).map((draft) => [textNamed(draft.text), draft] as const);
    const drafts = new Map([...left, ...this.#state.drafts]);
    this.#set({ replica: resumeOutbox(this.#state.replica, held), refused, drafts });
  }

  #lost(): void {
    if (this.#state.connection.kind === 'refused') return;
    const connection = { kind: 'reconnecting', since: Date.now() } as const;
    this.#set({
      replica: loseConnection(this.#state.replica),
      connection,
      present: new Map(),
      count: null,
      carets: new Map(),
    });
    this.company.pointers.clear();
  }

  #receive(frame: Frame): void {
    if (this.#state.connection.kind !== 'live') return;
    const { replica } = this.#state;
    if (frame.to <= replica.confirmed.seq) return;
    // A gap: a frame was lost. Catch up rather than guess. A frame may go back further than what is known, if it discloses the viewer's
    // own entries that are hidden from others.
    if (frame.after > replica.confirmed.seq) return void this.#open();
    // Words were erased: the state here still has them, and is requested again.
    if (frame.entries.some(erasesWords)) return void this.#open();
    this.#asOne(() => {
      this.#touch(frame.entries);
      this.#replace(receive(replica, frame.to, frame.entries, frame.own, frame.at));
      this.company.removePeople(frame.entries.flatMap(erasedBy));
      // While new claims were hidden, nobody's position was disclosed.
      if (hidesClaims(replica.confirmed) && !hidesClaims(this.#state.replica.confirmed))
        this.company.resendPresence();
      if (hidesClaims(this.#state.replica.confirmed)) this.company.pointers.clear();
      if (this.#held && this.#reachesHeld()) {
        this.#showHeld(true);
        return void this.#open();
      }
      this.#send();
    });
  }

  /** True if the confirmed state has reached the one in which the kept operations were made. */
  #reachesHeld(): boolean {
    return this.#state.replica.confirmed.seq >= (this.#held?.seq ?? 0);
  }

  #send(): void {
    // While the debate is being opened again the server does not know yet who is on this connection.
    if (this.#opening || this.#state.connection.kind !== 'live') return;
    const { replica, toSend } = takeSendable(this.#state.replica);
    if (toSend.length === 0) return;
    this.#set({ replica });
    for (const pending of toSend) void this.#sendOne(pending);
  }

  async #sendOne({ clientSeq, payload }: PendingOperation): Promise<void> {
    if (payload === null) return;
    const answer = await this.#transport.submit({ clientSeq, operation: payload }).catch(() => null);
    if (answer && !answer.ok && isPassing(answer.rejection)) this.#postpone(clientSeq);
    // The page before had sent it in a slightly different form and closed before recording that: the outcome of that one counts.
    else if (answer && !answer.ok && answer.rejection.code === 'identity_reused') this.#openFor(clientSeq);
    else if (answer) this.#answered(clientSeq, answer);
    // No answer in time: the outcome is unknown. Opening again asks for it.
    else if (this.#state.connection.kind === 'live') void this.#open();
  }

  #openFor(clientSeq: number): void {
    this.#set({ replica: markPayloadUnknown(this.#state.replica, clientSeq) });
    void this.#open();
  }

  #postpone(clientSeq: number): void {
    this.#set({ replica: markForResend(this.#state.replica, clientSeq) });
    this.#later(() => this.#send());
  }

  #answered(clientSeq: number, answer: OperationAnswer): void {
    const pending = this.#state.replica.pending.find((item) => item.clientSeq === clientSeq);
    if (!pending) return;
    if (!answer.ok && canResubmit(this.#state.replica, clientSeq, answer.rejection)) {
      this.#clientSeq += 1;
      this.#set({ replica: resubmit(this.#state.replica, clientSeq, this.#clientSeq) });
    } else {
      const refused = answer.ok
        ? []
        : [{ clientSeq, operation: pending.operation, rejection: answer.rejection }];
      // At once: a page closed in between would find it both waiting and rejected.
      this.#replace(acknowledge(this.#state.replica, clientSeq, answer), [
        ...this.#state.refused,
        ...refused,
      ]);
    }
    this.#send();
  }

  /** Takes a new replica, and rebases the undo stack over what others wrote between the two. */
  #replace(replica: Replica, refused = this.#state.refused): void {
    const { replica: before, undo, carets } = this.#state;
    const isSame = before.confirmed === replica.confirmed;
    this.#set({
      replica,
      refused,
      undo: this.#rules?.carryUndo(undo, before, replica) ?? undo,
      carets: isSame ? carets : carryCarets(carets, replica.arrived),
    });
  }

  /** Records the claims that others changed. A claim that is being typed into keeps its time: one highlight, not one for each key. */
  #touch(entries: readonly ProjectedEntry[]): void {
    const { recentlyChanged: before, replica } = this.#state;
    const now = Date.now();
    const recentlyChanged = new Map([...before].filter(([, at]) => now - at < TOUCHED_FOR));
    let isNew = recentlyChanged.size < before.size;
    for (const claimId of changedByOthers(entries, replica.participantId)) {
      if (recentlyChanged.has(claimId)) continue;
      recentlyChanged.set(claimId, now);
      isNew = true;
    }
    if (isNew) this.#set({ recentlyChanged });
  }

  #set(change: Partial<BoardState>): void {
    this.#state = { ...this.#state, ...change };
    this.#notify();
  }

  /** Announces the changes of an act once, at its end: each announcement makes every part of the page check whether it changed. */
  #asOne<T>(act: () => T): T {
    this.#acts += 1;
    try {
      return act();
    } finally {
      this.#acts -= 1;
      this.#notify();
    }
  }

  #notify(): void {
    if (this.#acts > 0 || this.#notified === this.#state) return;
    this.#notified = this.#state;
    for (const listener of this.#listeners) listener();
  }
}

type SnapshotWelcome = Extract<Welcome['state'], { kind: 'snapshot' }>;

function erasedBy({ effect }: ProjectedEntry): string[] {
  return effect.type === 'participant.erased' ? [effect.participantId] : [];
}

/** True if access is known to be denied for good. Operations that wait for a newer page are not affected. */
function isTurnedAway(connection: BoardState['connection']): connection is RefusedConnection {
  return connection.kind === 'refused' && KEPT_OUT.includes(connection.rejection.code);
}

type RefusedConnection = Extract<BoardState['connection'], { kind: 'refused' }>;

/** Reasons for not opening a debate to a person who had it open. */
const KEPT_OUT: readonly RejectionCode[] = ['debate_not_found', 'removed', 'banned'];

/** Milliseconds until an operation that the server could not take is sent again. */
const RETRY_AFTER = 1_000;

/** Milliseconds for which a claim counts as just changed by someone else. */
const TOUCHED_FOR = 4_000;

/** An undo step is rebased with the text, so it always applies to the text as shown: name that revision. */
function onView(operation: Operation, replica: Replica): Operation {
  if (!isTextEdit(operation)) return operation;
  return { ...operation, base: revisionIn(replica.view, textNamed(operation)) };
}
