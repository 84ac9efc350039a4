import { textNamed } from '#domain/debate/texts/texts.ts';
import { type Outbox, resumeOutbox } from '#domain/sync/outbox.ts';
import { asUnacknowledged } from '#domain/sync/replica.ts';
import type { BoardCell } from './board-cell.ts';

/** The outbox of an earlier page of this tab, until this page's state has caught up with it. Then it is applied. */
export class RestoredOutbox {
  readonly #cell: BoardCell;
  #outbox: Outbox | null = null;

  constructor(cell: BoardCell) {
    this.#cell = cell;
  }

  /** The outbox that is not applied yet; `null`: none. */
  get outbox(): Outbox | null {
    return this.#outbox;
  }

  /** True if the confirmed state has reached the one in which its operations were made. */
  get isCaughtUp(): boolean {
    return this.#cell.read().replica.confirmed.seq >= (this.#outbox?.seq ?? 0);
  }

  /** The sequence number of the state that it waits for; `null`: it waits for none. */
  get awaitedSeq(): number | null {
    const { replica } = this.#cell.read();
    const outbox = this.#outbox;
    return outbox?.participantId === replica.participantId && !this.isCaughtUp ? outbox.seq : null;
  }

  set(outbox: Outbox): void {
    this.#outbox = outbox;
  }

  drop(): void {
    this.#outbox = null;
  }

  /** Applies the outbox if it `fits`. */
  apply(fits: boolean): void {
    const outbox = this.#outbox;
    const state = this.#cell.read();
    if (!outbox || !fits || outbox.participantId !== state.replica.participantId) return;
    this.#outbox = null;
    const left = (outbox.drafts ?? []).map((draft) => [textNamed(draft.text), draft] as const);
    this.#cell.change({
      replica: resumeOutbox(state.replica, outbox),
      refused: [...outbox.refused, ...state.refused],
      drafts: new Map([...left, ...state.drafts]),
    });
  }

  /** Continues from another log, restored up to `seq`: its confirmations no longer count. */
  restartAt(seq: number): void {
    const outbox = this.#outbox;
    if (outbox) this.#outbox = { ...outbox, pending: outbox.pending.map(asUnacknowledged), seq };
  }
}
