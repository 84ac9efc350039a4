import type { Heads } from './node-events.ts';

/** Milliseconds for which writes are batched: a busy node notifies the others at most a hundred times a second. */
const GATHER = 10;

export interface HeadHintsParts {
  /** Sends heads to the other nodes. */
  readonly publish: (heads: Heads) => void;
  readonly isOpen: (debateId: string) => boolean;
  /** Reads a debate's missing entries up to this head, for this trace. */
  readonly read: (debateId: string, head: number, traceparent?: string) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** Nodes send each other the heads of debates they wrote; a node with the debate open reads the entries from the database. */
export class HeadHints {
  readonly #parts: HeadHintsParts;
  readonly #heard = new Map<string, Heads[number]>();
  readonly #reading = new Set<string>();
  #pending = new Map<string, Heads[number]>();

  constructor(parts: HeadHintsParts) {
    this.#parts = parts;
  }

  /** Records that this node has written a debate up to `head`. */
  written(debateId: string, head: number, traceparent?: string): void {
    if (this.#pending.size === 0) setTimeout(() => this.#send(), GATHER);
    this.#pending.set(debateId, traceparent === undefined ? [debateId, head] : [debateId, head, traceparent]);
  }

  /** Handles another node's heads. */
  hear(heads: Heads): void {
    for (const hint of heads) {
      const [debateId, head] = hint;
      if (!this.#parts.isOpen(debateId)) continue;
      if (head > (this.#heard.get(debateId)?.[1] ?? 0)) this.#heard.set(debateId, hint);
      if (!this.#reading.has(debateId)) void this.#read(debateId);
    }
  }

  #send(): void {
    const heads = [...this.#pending.values()];
    this.#pending = new Map();
    this.#parts.publish(heads);
  }

  /** Runs one read of a debate at a time: heads received meanwhile are read after it, together. */
  async #read(debateId: string): Promise<void> {
    this.#reading.add(debateId);
    for (let hint = this.#take(debateId); hint !== undefined; hint = this.#take(debateId)) {
      const [, head, traceparent] = hint;
      await this.#parts.read(debateId, head, traceparent).catch(this.#parts.failed);
    }
    this.#reading.delete(debateId);
  }

  #take(debateId: string): Heads[number] | undefined {
    const hint = this.#heard.get(debateId);
    this.#heard.delete(debateId);
    return hint;
  }
}
