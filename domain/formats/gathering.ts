import type { Position } from '../debate/positions/position.ts';

/** The id of the position for the claims of a file without positions. */
export const IMPORTED_POSITION = 'gathering';

/** True if this position was created for the claims of a file without positions. Formats without them leave it out. */
export function isImportedPosition({ id }: Pick<Position, 'id'>): boolean {
  return id === IMPORTED_POSITION;
}
