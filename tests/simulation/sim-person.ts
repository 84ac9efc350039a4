import type { BoardState } from '../../app/_board/core/store/board-state.ts';
import { BoardStore } from '../../app/_board/core/store/board-store.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { decide } from '../../domain/debate/engine/decide.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { isTextEdit } from '../../domain/debate/texts/texts.ts';
import type { OpenMessage, SubmitMessage } from '../../domain/protocol/client-messages.ts';
import type { AccessDenied, Welcome } from '../../domain/protocol/server-messages.ts';
import { adoptOutbox, type Outbox } from '../../domain/sync/outbox.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { createReplica, type Decide } from '../../domain/sync/replica.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { NOTHING_TO_UNDO } from '../../domain/sync/undo-stack.ts';
import { DEBATE, type SimNode } from './sim-node.ts';
import { Wire } from './wire.ts';

interface Awaited {
  readonly kind: 'open' | 'submit';
  resolve(answer: unknown): void;
  reject(): void;
}

/** One tab of a person: the board's real store, its transport a wire the harness delivers, delays and cuts. */
export class SimPerson {
  readonly name: string;
  clientId: string;
  participantId: string | null;
  store: BoardStore;
  /** The operations the store accepted, in order: each must end committed once or refused with a reason. */
  readonly asked: Operation[] = [];
  /** The identity each of them has. */
  readonly identities: { clientId: string; clientSeq: number }[] = [];
  /** Identities of what was gone with a crashed page, unless it was sent before. */
  readonly unkept = new Set<string>();
  /** Those that were sent; an edit that typing took back before is not. */
  readonly sent = new Set<string>();
  /** Refusals that were shown, in the tray or in an editor, and the reason. */
  readonly refusalsSeen = new Map<string, RejectionCode>();
  /** Numbers of what an editor kept in the tray without asking for it. */
  readonly heldBack: number[] = [];
  /** How the server brought this tab up to date. */
  readonly caughtUpBy = { entries: 0, snapshot: 0 };
  turnedAway = 0;
  #listener: TransportListener | null = null;
  #connection: { wire: Wire; node: SimNode } | null = null;
  readonly #awaited = new Map<number, Awaited>();
  #requests = 0;
  #loads = 0;
  #taken = 0;
  #retries: (() => void)[] = [];
  /** The browser's storage for this page, then later writes, the latest last. */
  #kept: (Outbox | null)[] = [null];

  constructor(name: string, participantId: string | null, seen: DebateState) {
    this.name = name;
    this.clientId = `tab-${name}-0000`;
    this.participantId = participantId;
    this.store = this.#startStore(seen, this.clientId);
    this.store.connect();
  }

  /**
   * The page is loaded again, with the state the server rendered into it; only what was kept is left of the old one. It is
   * read before the page connects or, where the browser's database is slow, while the debate opens on `late`.
   */
  reload(seen: DebateState, late: SimNode | null, kept = this.close()): void {
    const fresh = `tab-${this.name}-${this.#loads}000`;
    this.clientId = kept?.clientId ?? fresh;
    this.store = this.#startStore(seen, late ? fresh : this.clientId);
    if (kept && !late) this.#resume(kept);
    this.store.connect();
    if (late) this.connectTo(late);
    if (kept && late) this.#resume(kept);
  }

  /** The page is gone; what is left of it is what the browser keeps. */
  close(): Outbox | null {
    const kept = structuredClone(this.store.outbox());
    this.drop();
    this.#retries = [];
    this.#loads += 1;
    return kept;
  }

  /** The page is gone before the browser had kept the last changes: what was not sent by then may be lost with it. */
  crash(changes: number): Outbox | null {
    const kept = structuredClone(this.#kept[Math.max(0, this.#kept.length - 1 - changes)] ?? null);
    const known = new Set(
      [...(kept?.pending ?? []), ...(kept?.refused ?? [])].map(({ clientSeq }) => clientSeq),
    );
    for (const { clientId, clientSeq } of this.identities) {
      if (clientId === this.clientId && !known.has(clientSeq)) this.unkept.add(`${clientId} ${clientSeq}`);
    }
    // Operations refused on joining, and not recorded as refused yet, are submitted again.
    for (const { clientSeq } of kept?.pending ?? [])
      this.refusalsSeen.delete(`${kept?.clientId} ${clientSeq}`);
    this.close();
    return kept;
  }

  /** Goes on with what another tab of this person has left. */
  takeOver(left: Outbox): void {
    this.clientId = left.clientId;
    this.#resume(left);
  }

  /** Another tab took this one for gone, and goes on with what the browser had of it; it hears so with its next change. */
  hearIsTaken({ clientSeq }: Outbox): void {
    const before = this.clientId;
    this.store.handOverOutbox(clientSeq);
    const own = new Set(this.state.replica.pending.map((item) => item.clientSeq));
    for (const identity of this.identities) {
      if (identity.clientId === before && own.has(identity.clientSeq))
        identity.clientId = this.store.clientId;
    }
    this.clientId = this.store.clientId;
    this.#kept = [null];
  }

  #resume(left: Outbox): void {
    const outbox = adoptOutbox(left);
    this.#kept = [outbox];
    this.store.resume(outbox);
  }

  #startStore(seen: DebateState, clientId: string): BoardStore {
    const load = this.#loads;
    this.#kept = [null];
    // Timers of an earlier page are cancelled.
    const here = <T>(act: () => Promise<T>) =>
      load === this.#loads ? act() : Promise.reject<T>(new Error('The page is gone'));
    const page: Transport = {
      connect: (listener) => this.#connect(listener),
      open: (message) => here(() => this.#open(message)),
      submit: (message) =>
        here(() => {
          this.sent.add(`${store.clientId} ${message.clientSeq}`);
          this.#note(message.operation, message.clientSeq, store.clientId);
          return this.#submit(message);
        }),
      sendSeen: () => new Promise(() => {}),
      askClock: async () => 0,
      sendPresence: () => undefined,
      sendPointer: () => undefined,
      sendCaret: () => undefined,
      watchGroups: () => undefined,
    };
    const store = new BoardStore(
      openingState(seen, this.participantId, load % 3 === 2 ? null : decide),
      page,
      clientId,
      (retry) => {
        if (load === this.#loads) this.#retries.push(retry);
      },
    );
    store.subscribe(() => {
      if (load === this.#loads) this.#kept.push(store.outbox());
      for (const { clientSeq, rejection } of store.state().refused)
        this.#see(store.clientId, clientSeq, rejection.code);
    });
    return store;
  }

  get state(): BoardState {
    return this.store.state();
  }

  get node(): SimNode | null {
    return this.#connection?.node ?? null;
  }

  get wire(): Wire | null {
    return this.#connection?.wire ?? null;
  }

  get awaitsAnswer(): boolean {
    return this.#awaited.size > 0;
  }

  /** Asks the store; true where it took the operation. */
  ask(operation: Operation): boolean {
    if (isTextEdit(operation)) this.store.enableRules(RULES);
    if (this.store.submit(operation) !== null) return false;
    this.#note(operation);
    return true;
  }

  step(action: 'undo' | 'redo'): boolean {
    this.store.enableRules(RULES);
    const before = this.state.replica.pending.length;
    const done = this.store[action]();
    const added = this.state.replica.pending.slice(before);
    for (const { operation, clientSeq } of added) this.#note(operation, clientSeq);
    return done;
  }

  /** Typing and resubmissions are recorded when they are sent; the rest when submitted. */
  #note(
    operation: Operation,
    clientSeq = this.state.replica.pending.at(-1)?.clientSeq ?? 0,
    clientId = this.clientId,
  ): void {
    const isKnown = this.identities.some((one) => one.clientId === clientId && one.clientSeq === clientSeq);
    if (isKnown) return;
    this.asked.push(operation);
    this.identities.push({ clientId, clientSeq });
  }

  /** Something is in the tray. What an editor could not ask for is put there under a number that nobody asked with. */
  #see(clientId: string, clientSeq: number, code: RejectionCode): void {
    const identity = `${clientId} ${clientSeq}`;
    if (this.refusalsSeen.has(identity)) return;
    this.refusalsSeen.set(identity, code);
    const isAsked = this.identities.some((one) => one.clientId === clientId && one.clientSeq === clientSeq);
    if (!isAsked) this.heldBack.push(clientSeq);
  }

  /** A removed person asks to rejoin. */
  comeBack(): boolean {
    if (this.node === null || this.state.standing?.membership !== 'removed') return false;
    this.store.rejoin();
    return true;
  }

  /** Sends again what the server could not take; false where there is nothing. */
  retry(): boolean {
    const retries = this.#retries;
    this.#retries = [];
    for (const retry of retries) retry();
    return retries.length > 0;
  }

  connectTo(node: SimNode): void {
    this.#connection = { wire: new Wire(this.participantId), node };
    this.#listener?.connected();
  }

  /** The connection is lost, with what is on its way in both directions. */
  drop(): void {
    const connection = this.leave();
    if (!connection) return;
    connection.wire.cut();
    connection.node.closed(connection.wire);
  }

  /** The connection is lost on this side only: what was sent may still arrive, and the server still answers into it. */
  leave(): { wire: Wire; node: SimNode } | null {
    const connection = this.#connection;
    if (!connection) return null;
    this.#connection = null;
    this.#listener?.disconnected();
    const awaited = [...this.#awaited.values()];
    this.#awaited.clear();
    for (const { reject } of awaited) reject();
    return connection;
  }

  /** Takes the next message from the server. */
  take(): void {
    const message = this.wire?.takeDown();
    // To some pages the rules come some time after the first news.
    this.#taken += 1;
    if (this.#taken % 4 === 0) this.store.enableRules(RULES);
    if (message?.kind === 'frame') this.#listener?.frame(message.frame);
    if (message?.kind === 'standing') this.#listener?.standing(message.standing);
    if (message?.kind === 'closing') {
      this.#listener?.closing({ reason: 'access_changed' });
      this.drop();
    }
    if (message?.kind !== 'answer') return;
    const { request, answer } = message;
    const awaited = this.#awaited.get(request);
    this.#awaited.delete(request);
    if (awaited?.kind === 'open') {
      const opened = answer as Welcome | AccessDenied;
      if (opened.ok) this.caughtUpBy[opened.state.kind] += 1;
      else this.turnedAway += 1;
    }
    awaited?.resolve(answer);
  }

  /** The oldest answer awaited does not come in time; it may still come later, to nobody. */
  loseHeart(): void {
    const [request, awaited] = [...this.#awaited].find(([, { kind }]) => kind === 'submit') ?? [];
    if (request === undefined) return;
    this.#awaited.delete(request);
    awaited?.reject();
  }

  #connect(listener: TransportListener): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = null;
    };
  }

  #open(message: OpenMessage): Promise<Welcome | AccessDenied> {
    return this.#request<Welcome | AccessDenied>('open', (request) => ({ kind: 'open', request, message }));
  }

  #submit(message: SubmitMessage): Promise<OperationAnswer> {
    return this.#request<OperationAnswer>('submit', (request) => ({ kind: 'submit', request, message }));
  }

  #request<T>(
    kind: Awaited['kind'],
    message: (request: number) => Parameters<Wire['sendUp']>[0],
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (!this.wire) return reject(new Error('Not connected'));
      this.#requests += 1;
      this.#awaited.set(this.#requests, {
        kind,
        resolve: (answer) => resolve(answer as T),
        reject: () => reject(new Error('The answer was lost')),
      });
      this.wire.sendUp(message(this.#requests));
    });
  }
}

function openingState(seen: DebateState, participantId: string | null, rules: Decide | null): BoardState {
  return {
    debateId: DEBATE,
    replica: createReplica(seen, participantId, rules),
    branches: null,
    awaitsAll: false,
    people: new Map(),
    present: new Map(),
    count: null,
    pointersMuted: false,
    carets: new Map(),
    groupOverviews: new Map(),
    connection: { kind: 'connecting' },
    isOnlyRead: false,
    access: 'known',
    standing: null,
    seen: null,
    lastVisit: null,
    refused: [],
    drafts: new Map(),
    isPersisted: true,
    unsentOfOthers: 0,
    undo: NOTHING_TO_UNDO,
    recentlyChanged: new Map(),
  };
}
