import { evolveAll } from '#domain/debate/engine/evolve.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { erasedAtInLog } from '#domain/debate/projection/audience-sequence.ts';
import { FairQueue, type QueueBounds } from '../../limits/fair-queue.ts';
import type { Sender } from '../../limits/sender.ts';
import { entriesAfter } from '../entries-after.ts';
import { MILESTONE_EVERY, type OperationLog } from '../operation-log.ts';
import { fromNewestSnapshot, storeSnapshot } from './snapshots.ts';

/** States kept: a viewer stepping through a debate's history continues from the last one. */
const KEPT = 6;

/** One at a time: folding several at once would delay all of them, and other requests. */
const BOUNDS: QueueBounds = {
  held: { person: 20, readersOfAddress: 100, peopleOfAddress: 150, all: 200 },
  running: { all: 1 },
};

/** Too many requests for past moments are waiting, in total or from this sender. */
export class MomentsBusy extends Error {}

/** A state, and the debate's head when its log was read for it: words erased up to then are not in it. */
export interface ReadState {
  readonly state: DebateState;
  readonly readAt: number;
}

interface KeptState extends ReadState {
  readonly debateId: string;
}

/**
 * Debates as they were at any moment: folded from the nearest stored state before it. If none is near, because all of a debate was written
 * at once, the milestones passed on the way are stored for later requests.
 */
export class StateCheckpoints {
  readonly #log: OperationLog;
  readonly #failed: (error: unknown) => void;
  #kept: KeptState[] = [];
  readonly #queue = new FairQueue(BOUNDS);

  /** `failed` is called with errors of storing milestones. */
  constructor(log: OperationLog, failed: (error: unknown) => void) {
    this.#log = log;
    this.#failed = failed;
  }

  /** The state after the entry with a number; `present` is the debate's current state. Throws `MomentsBusy` if too many requests wait. */
  async at(debateId: string, seq: number, present: DebateState, sender: Sender): Promise<ReadState> {
    // The present is known: nothing has to be read.
    if (seq >= present.seq) return { state: present, readAt: present.seq };
    const made = await this.#queue.run(sender, () => this.#make(debateId, seq, present));
    if (made === 'busy') throw new MomentsBusy('Too many past moments are asked for');
    return made;
  }

  /** The number of the last entry at or before a server time; for a time before the first entry, the first one's. */
  async seqAt(debateId: string, at: number, present: DebateState): Promise<number> {
    if (at >= present.at) return present.seq;
    let [from, to] = [1, present.seq];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      const [entry] = await this.#log.read(debateId, middle - 1, 1);
      if (entry && entry.at <= at) from = middle;
      else to = middle - 1;
    }
    return from;
  }

  async #make(debateId: string, seq: number, present: DebateState): Promise<ReadState> {
    const began = (await this.#log.heads([debateId])).get(debateId)?.head ?? 0;
    const near = this.#nearest(debateId, seq, erasedAtInLog(present));
    const isNear = near !== null && seq - near.state.seq < MILESTONE_EVERY;
    let state = isNear ? near.state : await fromNewestSnapshot(this.#log, debateId, seq);
    const readAt = isNear ? near.readAt : began;
    let storedAt = state.seq;
    for await (const entries of entriesAfter(this.#log, debateId, state.seq, seq)) {
      state = evolveAll(state, entries);
      if (state.seq - storedAt >= MILESTONE_EVERY) {
        storedAt = state.seq;
        await storeSnapshot(this.#log, debateId, state, readAt).catch(this.#failed);
      }
    }
    this.#keep({ debateId, state, readAt });
    return { state, readAt };
  }

  /** The last cached state at or before a number that contains no words erased since. */
  #nearest(debateId: string, seq: number, erasedAt: number): KeptState | null {
    this.#kept = this.#kept.filter((kept) => kept.debateId !== debateId || kept.readAt >= erasedAt);
    const before = this.#kept.filter(({ state, debateId: id }) => id === debateId && state.seq <= seq);
    return before.sort((a, b) => b.state.seq - a.state.seq)[0] ?? null;
  }

  #keep(kept: KeptState): void {
    const others = this.#kept.filter(
      ({ debateId, state }) => debateId !== kept.debateId || state.seq !== kept.state.seq,
    );
    this.#kept = [kept, ...others].slice(0, KEPT);
  }
}
