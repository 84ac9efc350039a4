import { textNamed } from '../../../../domain/debate/texts/texts.ts';
import { type Outbox, resumeOutbox } from '../../../../domain/sync/outbox.ts';
import { asUnacknowledged } from '../../../../domain/sync/replica.ts';
import type { BoardCell } from './board-cell.ts';

/** What an earlier page of this tab has kept, until this page's state has reached the one it builds on. Then it is shown. */
export class KeptOutbox {
  readonly #cell: BoardCell;
  #held: Outbox | null = null;

  constructor(cell: BoardCell) {
    this.#cell = cell;
  }

  /** What is not shown yet; `null`: nothing. */
  get held(): Outbox | null {
    return this.#held;
  }

  /** True if the confirmed state has reached the one in which the kept operations were made. */
  get isReached(): boolean {
    return this.#cell.read().replica.confirmed.seq >= (this.#held?.seq ?? 0);
  }

  hold(outbox: Outbox): void {
    this.#held = outbox;
  }

  drop(): void {
    this.#held = null;
  }

  /** Shows what is held if it `fits`. */
  show(fits: boolean): void {
    const held = this.#held;
    if (!held || !fits) return;
    this.#held = null;
    const state = this.#cell.read();
    const left = (held.drafts ?? []).map((draft) => [textNamed(draft.text), draft] as const);
    this.#cell.change({
      replica: resumeOutbox(state.replica, held),
      refused: [...held.refused, ...state.refused],
      drafts: new Map([...left, ...state.drafts]),
    });
  }

  /** Continues from another log, restored up to `seq`: what it had confirmed counts no longer. */
  restartAt(seq: number): void {
    const held = this.#held;
    if (held) this.#held = { ...held, pending: held.pending.map(asUnacknowledged), seq };
  }
}
