import type { Heads, TracedHeads } from './node-events.ts';

/** How far a debate is, and the trace of an operation before that, if there is one. */
interface Hint {
  readonly head: number;
  readonly traceparent: string | undefined;
}

/** Milliseconds for which writes are batched: a busy node notifies the others at most a hundred times a second. */
const GATHER = 10;

export interface HeadHintsParts {
  /** Sends heads to the other nodes: those with a trace also with it, and first. */
  readonly publish: (heads: Heads, traced: TracedHeads) => void;
  readonly isOpen: (debateId: string) => boolean;
  /** Reads a debate's missing entries up to this head, for this trace. */
  readonly read: (debateId: string, head: number, traceparent?: string) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** Nodes send each other the heads of debates they wrote; a node with the debate open reads the entries from the database. */
export class HeadHints {
  readonly #parts: HeadHintsParts;
  readonly #heard = new Map<string, Hint>();
  readonly #reading = new Set<string>();
  #pending = new Map<string, Hint>();

  constructor(parts: HeadHintsParts) {
    this.#parts = parts;
  }

  /** Records that this node has written a debate up to `head`. */
  written(debateId: string, head: number, traceparent?: string): void {
    if (this.#pending.size === 0) setTimeout(() => this.#send(), GATHER);
    this.#pending.set(debateId, { head, traceparent });
  }

  /** Handles another node's heads. */
  hear(heads: Heads | TracedHeads): void {
    for (const [debateId, head, traceparent] of heads) {
      if (!this.#parts.isOpen(debateId)) continue;
      if (head > (this.#heard.get(debateId)?.head ?? 0)) this.#heard.set(debateId, { head, traceparent });
      if (!this.#reading.has(debateId)) void this.#read(debateId);
    }
  }

  #send(): void {
    const written = [...this.#pending];
    this.#pending = new Map();
    this.#parts.publish(
      written.map(([debateId, { head }]) => [debateId, head]),
      written.flatMap(([debateId, { head, traceparent }]) =>
        traceparent === undefined ? [] : [[debateId, head, traceparent] as const],
      ),
    );
  }

  /** Runs one read of a debate at a time: heads received meanwhile are read after it, together. */
  async #read(debateId: string): Promise<void> {
    this.#reading.add(debateId);
    for (let hint = this.#take(debateId); hint !== undefined; hint = this.#take(debateId)) {
      await this.#parts.read(debateId, hint.head, hint.traceparent).catch(this.#parts.failed);
    }
    this.#reading.delete(debateId);
  }

  #take(debateId: string): Hint | undefined {
    const hint = this.#heard.get(debateId);
    this.#heard.delete(debateId);
    return hint;
  }
}
