import type { Pointer } from '#domain/protocol/pointer-messages.ts';
import type { Caret, CaretUpdate } from '#domain/sync/carets.ts';
import type { CaretsThere, PointersThere } from './node-events.ts';

/** Carets and pointers in one open debate, as this node shows them. */
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
 * Carets and pointers on other nodes. Sent only while someone is there to see them, and accepted only for connections shown as present:
 * they are removed with them. A lost message is made up for by the next move.
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

  /** Another node requests everyone in these debates: carets belong to that. */
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
