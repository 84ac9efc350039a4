import type { Pointer } from '../../domain/protocol/pointer-messages.ts';
import type { Caret, CaretUpdate } from '../../domain/sync/carets.ts';
import type { CaretsThere, PointersThere } from './node-events.ts';

/** Where people write and point in one open debate, as this node shows it. */
export interface Hands {
  readonly presence: { isElsewhere(connection: string): boolean };
  readonly carets: { own(): readonly Caret[]; hear(update: CaretUpdate): void };
  readonly pointers: { hear(moved: readonly Pointer[]): void };
}

export interface HandsBetweenParts {
  /** The open debates of this node. */
  readonly boards: () => ReadonlyMap<string, Hands>;
  /** Connections in a debate on other nodes. */
  readonly elsewhereIn: (debateId: string) => number;
  readonly publishCarets: (there: CaretsThere) => void;
  readonly publishPointers: (there: PointersThere) => void;
}

/**
 * Where people of the other nodes write and point. Told only while somebody is there to see it, and taken only of those who
 * are shown as here: with them it goes. What is lost is made up for by the next move.
 */
export class PointerRelay {
  readonly #parts: HandsBetweenParts;

  constructor(parts: HandsBetweenParts) {
    this.#parts = parts;
  }

  caretsChanged(debateId: string, update: CaretUpdate): void {
    if (this.#parts.elsewhereIn(debateId) > 0) this.#parts.publishCarets({ debateId, ...update });
  }

  pointersMoved(debateId: string, moved: readonly Pointer[]): void {
    if (this.#parts.elsewhereIn(debateId) > 0) this.#parts.publishPointers({ debateId, moved });
  }

  /** Another node asks who is in these debates: where they write belongs to it. */
  hearAsked(debateIds: readonly string[]): void {
    for (const debateId of debateIds) {
      const here = this.#parts.boards().get(debateId)?.carets.own() ?? [];
      if (here.length > 0) this.#parts.publishCarets({ debateId, here, gone: [] });
    }
  }

  hearCarets({ debateId, here, gone }: CaretsThere): void {
    const board = this.#parts.boards().get(debateId);
    board?.carets.hear({
      here: here.filter(({ connection }) => board.presence.isElsewhere(connection)),
      gone,
    });
  }

  hearPointers({ debateId, moved }: PointersThere): void {
    const board = this.#parts.boards().get(debateId);
    board?.pointers.hear(moved.filter(({ connection }) => board.presence.isElsewhere(connection)));
  }
}
