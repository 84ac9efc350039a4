import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { mayWhenMuted } from '#domain/debate/engine/permissions.ts';
import { isPassing, isRedundant, type Rejection, toRejection } from '#domain/debate/engine/rejections.ts';
import type { TextEdit } from '#domain/debate/texts/texts.ts';
import { rebaseCarets } from '#domain/sync/carets.ts';
import type { OperationAnswer, PendingOperation } from '#domain/sync/pending-operation.ts';
import {
  acknowledge,
  canResubmit,
  coalescesWithPending,
  markForResend,
  markPayloadUnknown,
  predict,
  type Replica,
  resubmit,
  submit,
  submitTyping,
  takeSendable,
} from '#domain/sync/replica.ts';
import type { HistoryAction } from '#domain/sync/undo-stack.ts';
import type { Transport } from '../transport/transport.ts';
import type { BoardCell } from './board-cell.ts';
import { isDeniedForGood } from './board-state.ts';
import type { RestoredOutbox } from './restored-outbox.ts';
import type { UndoHistory } from './undo-history.ts';

/** Under what the server knows this tab's operations: its id, and the number of the last one. */
export interface TabIdentity {
  id: string;
  seq: number;
  /** The last participant whose tab it was: also after their sign-in has ended. */
  participantId: string | null;
}

/** The connection, as far as sending needs it. */
export interface Line {
  readonly transport: Transport;
  /** True while the debate is being opened: until then the server does not know who is on the connection. */
  isOpening(): boolean;
  /** Opens the debate again, which asks for the outcome of what was sent. */
  reopen(): void;
  /** Runs this a while later, or so many milliseconds later. */
  later(retry: () => void, pause?: number): void;
}

/** The viewer's operations from being submitted to being answered. */
export class Outgoing {
  readonly #cell: BoardCell;
  readonly #identity: TabIdentity;
  readonly #history: UndoHistory;
  readonly #restored: RestoredOutbox;
  readonly #line: Line;

  constructor(
    cell: BoardCell,
    identity: TabIdentity,
    history: UndoHistory,
    restored: RestoredOutbox,
    line: Line,
  ) {
    this.#cell = cell;
    this.#identity = identity;
    this.#history = history;
    this.#restored = restored;
    this.#line = line;
  }

  /** Submits an operation. Returns `null` if it is shown and on its way, or the rejection if nothing has happened. */
  submit(operation: Operation, action: HistoryAction, joins = false): Rejection | null {
    const { replica } = this.#cell.read();
    const precheck = this.#precheck(operation, replica);
    if (precheck) return precheck;
    const prediction = predict(replica, operation);
    if (!prediction.ok) return prediction.rejection;
    this.#identity.seq += 1;
    const undo = this.#history.withAction(action, operation, prediction.effects, joins);
    this.#cell.change({ replica: submit(replica, this.#identity.seq, operation), undo });
    this.send();
    return null;
  }

  /**
   * Returns why one of these may not be submitted after those before it, or `null` if all may that change something. Submits none of them.
   */
  refusalInTurn(operations: readonly Operation[]): Rejection | null {
    let { replica } = this.#cell.read();
    for (const operation of operations) {
      const precheck = this.#precheck(operation, replica);
      if (precheck) return precheck;
      const prediction = predict(replica, operation);
      if (prediction.ok) replica = submit(replica, this.#identity.seq + 1, operation);
      else if (!isRedundant(prediction.rejection)) return prediction.rejection;
    }
    return null;
  }

  /** Submits an edit as it is typed; `goesOn`: for undo it belongs to what was typed before. */
  type(edit: TextEdit, goesOn: boolean): Rejection | null {
    const { replica } = this.#cell.read();
    const precheck = this.#precheck(edit, replica);
    if (precheck) return precheck;
    const prediction = predict(replica, edit);
    if (!prediction.ok) return prediction.rejection;
    if (!coalescesWithPending(replica, edit)) this.#identity.seq += 1;
    const undo = this.#history.withTyping(edit, prediction.effects, goesOn);
    this.#cell.change({ replica: submitTyping(replica, this.#identity.seq, edit), undo });
    this.send();
    return null;
  }

  /** Sends what can be sent now. */
  send(): void {
    if (this.#line.isOpening() || this.#cell.read().connection.kind !== 'live') return;
    const { replica, toSend } = takeSendable(this.#cell.read().replica);
    if (toSend.length === 0) return;
    this.#cell.change({ replica });
    for (const pending of toSend) void this.#sendOne(pending);
  }

  /** Takes the server's answer to an operation. */
  answered(clientSeq: number, answer: OperationAnswer): void {
    const { replica, refused } = this.#cell.read();
    const pending = replica.pending.find((item) => item.clientSeq === clientSeq);
    if (!pending) return;
    if (!answer.ok && canResubmit(replica, clientSeq, answer.rejection)) {
      this.#identity.seq += 1;
      this.#cell.change({ replica: resubmit(replica, clientSeq, this.#identity.seq) });
    } else {
      const { operation } = pending;
      const more = answer.ok ? [] : [{ clientSeq, operation, rejection: answer.rejection }];
      // At once: a page closed in between would find it both waiting and rejected.
      this.replace(acknowledge(replica, clientSeq, answer), [...refused, ...more]);
    }
    this.send();
  }

  /** Takes a new replica, and rebases the undo stack and carets over what others wrote between the two. */
  replace(replica: Replica, refused = this.#cell.read().refused): void {
    const { replica: before, carets } = this.#cell.read();
    const isSame = before.confirmed === replica.confirmed;
    this.#cell.change({
      replica,
      refused,
      undo: this.#history.carriedTo(replica),
      carets: isSame ? carets : rebaseCarets(carets, replica.arrived),
    });
  }

  /** Returns why this may not be submitted now, whatever the debate's state predicts; or `null`. */
  #precheck({ type }: Operation, { pending }: Replica): Rejection | null {
    if (this.#restored.outbox) return toRejection('unavailable');
    const { connection, standing, isOnlyRead } = this.#cell.read();
    if (isOnlyRead) return toRejection('not_allowed');
    if (isDeniedForGood(connection)) return connection.rejection;
    // Not in the state that others see too: it would be submitted, rejected and, from an editor, submitted again.
    if (standing && standing.membership !== 'member') return toRejection(standing.membership);
    if (standing?.muted && !mayWhenMuted(type)) return toRejection('muted');
    const full = pending.length >= LIMITS.pendingOperations;
    return full ? toRejection('queue_full', LIMITS.pendingOperations) : null;
  }

  async #sendOne({ clientSeq, payload }: PendingOperation): Promise<void> {
    if (payload === null) return;
    const answer = await this.#line.transport.submit({ clientSeq, operation: payload }).catch(() => null);
    if (answer && !answer.ok && isPassing(answer.rejection)) this.#postpone(clientSeq);
    // The page before had sent it in a slightly different form and closed before recording that: the outcome of that one counts.
    else if (answer && !answer.ok && answer.rejection.code === 'identity_reused') this.#reopenFor(clientSeq);
    else if (answer) this.answered(clientSeq, answer);
    // No answer in time: the outcome is unknown. Opening again asks for it.
    else if (this.#cell.read().connection.kind === 'live') this.#line.reopen();
  }

  #reopenFor(clientSeq: number): void {
    this.#cell.change({ replica: markPayloadUnknown(this.#cell.read().replica, clientSeq) });
    this.#line.reopen();
  }

  #postpone(clientSeq: number): void {
    this.#cell.change({ replica: markForResend(this.#cell.read().replica, clientSeq) });
    this.#line.later(() => this.send());
  }
}
