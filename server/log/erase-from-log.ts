import { setTimeout as delay } from 'node:timers/promises';
import type { Steps } from '../../domain/collections/steps.ts';
import { decide } from '../../domain/debate/engine/decide.ts';
import { type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { evolve, evolveAll } from '../../domain/debate/engine/evolve.ts';
import type { Refusal } from '../../domain/debate/engine/refusal.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { toLogEntries } from '../../domain/debate/engine/to-log-entries.ts';
import { toStoredEntry } from '../../domain/debate/engine/upcast.ts';
import { WordEraser } from '../../domain/debate/erasure/erase-words.ts';
import { erasesWords } from '../../domain/debate/erasure/erases-words.ts';
import { GivenTexts } from '../../domain/debate/erasure/given-texts.ts';
import { erasedAtInLog } from '../../domain/debate/projection/audience-sequence.ts';
import { finishInTurns } from '../timing/finish-in-turns.ts';
import { entriesAfter } from './entries-after.ts';
import type { ErasureRequest, OperationLog } from './operation-log.ts';
import { loadState } from './snapshots/snapshots.ts';

/** Milliseconds between two tries in a debate that goes on meanwhile. */
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 1_000;

/** The state without the person, up to the entry that records the erasure; or why nothing was erased. */
export type ErasedFromLog = { readonly ok: true; readonly state: DebateState } | Refusal;

interface Reading {
  readonly state: DebateState;
  readonly rewritten: ErasureRequest['rewritten'];
  /** Some of the words were in the conclusion. */
  readonly isInConclusion: boolean;
}

/**
 * Erases a participant from a debate's log: their name, and, if they wish, their words. Concurrent writes delay it only for a moment: they
 * are read too, and the erasure is tried again, after a pause that grows; none of them is lost. `null` if there is no such debate.
 */
export async function eraseFromLog(
  log: OperationLog,
  debateId: string,
  participantId: string,
  { words, now }: { readonly words: boolean; readonly now: () => number },
): Promise<ErasedFromLog | null> {
  const source = words ? new RewrittenLog(log, debateId, participantId) : new UnchangedLog(log, debateId);
  for (let pause = 0; ; pause = Math.min(2 * pause + FIRST_PAUSE, LONGEST_PAUSE)) {
    if (pause > 0) await delay(pause);
    const reading = await source.read();
    if (reading === null) return null;
    const { state, rewritten, isInConclusion } = reading;
    const operation = {
      type: 'participant.erase',
      participantId,
      words,
      ...(isInConclusion && { fromConclusion: true as const }),
    } as const;
    const decision = decide(state, operation, { id: SYSTEM, role: 'system' });
    if (!decision.ok) return decision;
    const [entry] = toLogEntries(state, decision.effects, { actor: SYSTEM, author: SYSTEM }, now());
    if (!entry) return null;
    const result = await log.erase({
      debateId,
      head: state.seq,
      participantId,
      rewritten,
      words,
      entry: toStoredEntry(entry),
    });
    if (result.kind === 'appended') return { ok: true, state: evolve(state, entry) };
    if (result.kind === 'missing') return null;
  }
}

/** Reads a log as it is; a further read continues from where the last one ended. */
class UnchangedLog {
  readonly #log: OperationLog;
  readonly #debateId: string;
  #state: DebateState | null = null;

  constructor(log: OperationLog, debateId: string) {
    this.#log = log;
    this.#debateId = debateId;
  }

  async read(): Promise<Reading | null> {
    this.#state = (await this.#readOn()) ?? (await loadState(this.#log, this.#debateId))?.state ?? null;
    return this.#state && { state: this.#state, rewritten: [], isInConclusion: false };
  }

  /** The state with what was written since; `null` if words were erased meanwhile, which it still has. */
  async #readOn(): Promise<DebateState | null> {
    let state = this.#state;
    if (state === null) return null;
    for await (const entries of entriesAfter(this.#log, this.#debateId, state.seq)) {
      if (entries.some(erasesWords)) return null;
      state = evolveAll(state, entries);
    }
    return state;
  }
}

/** Reads a log and rewrites it without a participant's words; a further read continues from where the last one ended. */
class RewrittenLog {
  readonly #log: OperationLog;
  readonly #debateId: string;
  readonly #participantId: string;
  #given: GivenTexts;
  #eraser: WordEraser;
  #rewritten: ErasureRequest['rewritten'] = [];
  /** The log's head when reading began. */
  #from: number | null = null;

  constructor(log: OperationLog, debateId: string, participantId: string) {
    this.#log = log;
    this.#debateId = debateId;
    this.#participantId = participantId;
    this.#given = new GivenTexts(participantId);
    this.#eraser = new WordEraser(participantId, this.#given);
  }

  async read(): Promise<Reading | null> {
    this.#from ??= (await this.#log.heads([this.#debateId])).get(this.#debateId)?.head ?? 0;
    for await (const entries of entriesAfter(this.#log, this.#debateId, this.#given.seq))
      for (const entry of entries) this.#given.read(entry);
    for await (const entries of entriesAfter(this.#log, this.#debateId, this.#eraser.state.seq))
      await finishInTurns(this.#rewrite(entries), 'files');
    const { state, isInConclusion } = this.#eraser;
    if (state.head === null) return null;
    // Someone else's words were erased meanwhile: what was read before still has them.
    if (erasedAtInLog(state) > this.#from) return this.#again();
    return { state, rewritten: this.#rewritten, isInConclusion };
  }

  *#rewrite(entries: readonly LogEntry[]): Steps<void> {
    for (const entry of entries) {
      yield;
      const erased = yield* this.#eraser.take(entry);
      if (erased !== entry) this.#rewritten.push(toStoredEntry(erased));
    }
  }

  #again(): Promise<Reading | null> {
    this.#given = new GivenTexts(this.#participantId);
    this.#eraser = new WordEraser(this.#participantId, this.#given);
    this.#rewritten = [];
    this.#from = null;
    return this.read();
  }
}
