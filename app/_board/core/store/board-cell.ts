import type { BoardState } from './board-state.ts';

/** The one mutable cell of a board, as the parts of its store read and change it. */
export interface BoardCell {
  read(): BoardState;
  change(part: Partial<BoardState>): void;
}
