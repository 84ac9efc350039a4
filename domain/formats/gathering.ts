import type { Position } from '../debate/positions/position.ts';

/** The id of the position that gathers the claims of a file that knows none. */
export const IMPORTED_POSITION = 'gathering';

/** Was this position made to gather the claims of a file that knows no positions? Formats without them leave it out. */
export function isImportedPosition({ id }: Pick<Position, 'id'>): boolean {
  return id === IMPORTED_POSITION;
}
