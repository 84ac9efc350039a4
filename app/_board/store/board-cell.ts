import type { BoardState } from './board-state.ts';

/** The one mutable cell of a board, as a part of its store reads and changes it. */
export interface BoardCell {
  read(): BoardState;
  change(part: Partial<BoardState>): void;
}
