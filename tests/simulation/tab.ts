import { decide } from '../../domain/debate/engine/decide.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { mayChangeProjection } from '../../domain/debate/participants/access.ts';
import { isTextEdit, revisionIn, textNamed } from '../../domain/debate/texts/texts.ts';
import type { OperationAnswer, PendingOperation } from '../../domain/sync/pending-operation.ts';
import {
  acknowledge,
  createReplica,
  loseConnection,
  predict,
  type Replica,
  receive,
  resetToSnapshot,
  submit,
  takeSendable,
} from '../../domain/sync/replica.ts';
import { type HistoryAction, NOTHING_TO_UNDO, type UndoStack } from '../../domain/sync/undo-stack.ts';
import { dropStep, rebaseUndoStack, recordStep } from '../../domain/sync/undo-steps.ts';
import { type DebateBuilder, editTo } from '../support/debate-builder.ts';
import { seqLogged } from '../support/log-numbers.ts';

/** A person's replica and undo stack beside a server that is only rules and a log; every step of the way is the test's. */
export class Tab {
  #replica: Replica;
  undoStack: UndoStack = NOTHING_TO_UNDO;
  readonly who: string;
  readonly answers: OperationAnswer[] = [];
  /** Numbers of operations that were refused. */
  readonly refused: number[] = [];
  /** Called with every step from one replica to the next. */
  readonly followers: ((before: Replica, after: Replica) => void)[] = [];
  readonly #debate: DebateBuilder;
  #asked = 0;

  constructor(debate: DebateBuilder, who: string) {
    this.#debate = debate;
    this.who = who;
    this.#replica = createReplica(debate.projection(who), who, decide);
  }

  get replica(): Replica {
    return this.#replica;
  }

  set replica(after: Replica) {
    const before = this.#replica;
    this.#replica = after;
    for (const follow of this.followers) follow(before, after);
  }

  text(claimId: string): string | undefined {
    return this.replica.view.claims.get(claimId)?.text;
  }

  /** Asks for an operation, shown at once; false where it is not possible as seen. */
  asks(operation: Operation, action: HistoryAction = 'new'): boolean {
    const prediction = predict(this.replica, operation);
    if (!prediction.ok) return false;
    this.undoStack = recordStep(this.undoStack, action, this.replica.view, prediction.effects, this.who);
    this.#asked += 1;
    this.replica = submit(this.replica, this.#asked, operation);
    return true;
  }

  writes(claimId: string, text: string): boolean {
    return this.asks(editTo(this.replica.view, claimId, text));
  }

  /** Undoes, or redoes, the last step that still applies. */
  steps(action: 'undo' | 'redo'): boolean {
    for (let last = this.undoStack[action].at(-1); last; last = this.undoStack[action].at(-1)) {
      const step = isTextEdit(last)
        ? { ...last, base: revisionIn(this.replica.view, textNamed(last)) }
        : last;
      if (this.asks(step, action)) return true;
      this.undoStack = dropStep(this.undoStack, action);
    }
    return false;
  }

  /** Takes the operations to send now. */
  hands(): readonly PendingOperation[] {
    const { replica, toSend } = takeSendable(this.replica);
    this.replica = replica;
    return toSend;
  }

  /** The server takes these; the answers are kept until `acknowledge`. */
  deliver(sent: readonly PendingOperation[]): (readonly [number, OperationAnswer])[] {
    return sent.map(({ clientSeq, payload }) => {
      if (!payload) throw new Error('Nothing was handed over');
      return [clientSeq, this.#debate.ask(this.who, payload)] as const;
    });
  }

  acknowledge(answers: readonly (readonly [number, OperationAnswer])[]): void {
    for (const [clientSeq, answer] of answers) {
      this.answers.push(answer);
      if (!answer.ok) this.refused.push(clientSeq);
      this.#becomes(acknowledge(this.replica, clientSeq, answer));
    }
  }

  /** All that may be sent reaches the server and is answered, one after another. */
  sends(): void {
    for (let sent = this.hands(); sent.length > 0; sent = this.hands()) this.acknowledge(this.deliver(sent));
  }

  /** Receives what happened since; a snapshot if nothing that it knows is still of use. */
  hears(): void {
    const seq = seqLogged(this.#debate.states, this.who, this.replica.confirmed.seq);
    if (this.#debate.entries.slice(seq).some((entry) => mayChangeProjection(entry, this.who))) {
      this.#becomes(resetToSnapshot(this.replica, this.#debate.projection(this.who), this.who));
      return;
    }
    const { to, entries, own } = this.#debate.frame(this.who, seq);
    this.#becomes(receive(this.replica, to, entries, own));
  }

  loses(): void {
    this.replica = loseConnection(this.replica);
  }

  /** Sends and hears until nothing is left to send. */
  settles(): void {
    for (let round = 0; round < 20 && (round === 0 || this.replica.pending.length > 0); round += 1) {
      this.sends();
      this.hears();
    }
  }

  #becomes(replica: Replica): void {
    this.undoStack = rebaseUndoStack(this.undoStack, this.replica, replica);
    this.replica = replica;
  }
}
