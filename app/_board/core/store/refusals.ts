import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { BoardCell } from './board-cell.ts';

/** Operations rejected for this participant: kept until they have dealt with them. */
export class Refusals {
  readonly #cell: BoardCell;
  readonly #submit: (operation: Operation) => Rejection | null;

  constructor(cell: BoardCell, submit: (operation: Operation) => Rejection | null) {
    this.#cell = cell;
    this.#submit = submit;
  }

  /** Keeps a rejected operation under the number with which it was submitted. */
  keep(clientSeq: number, operation: Operation, rejection: Rejection): void {
    this.#cell.change({ refused: [...this.#cell.read().refused, { clientSeq, operation, rejection }] });
  }

  /** Removes the ones that the participant has dealt with. */
  dismiss(clientSeqs: readonly number[]): void {
    const refused = this.#cell.read().refused.filter(({ clientSeq }) => !clientSeqs.includes(clientSeq));
    this.#cell.change({ refused });
  }

  /**
   * Submits these again as new operations, in the order they were made; `first` before them. Those that are rejected again stay, with the
   * present reason. Returns the number on their way.
   */
  retry(clientSeqs: readonly number[], first: Operation | null = null): number {
    if (first) this.#submit(first);
    const again = this.#cell.read().refused.filter(({ clientSeq }) => clientSeqs.includes(clientSeq));
    const left = again.flatMap((one) => {
      const refusal = this.#submit(one.operation);
      return refusal ? [[one.clientSeq, refusal] as const] : [];
    });
    const reasons = new Map(left);
    const refused = this.#cell.read().refused.flatMap((one) => {
      if (!clientSeqs.includes(one.clientSeq)) return [one];
      const reason = reasons.get(one.clientSeq);
      return reason ? [{ ...one, rejection: reason }] : [];
    });
    this.#cell.change({ refused });
    return again.length - left.length;
  }
}
