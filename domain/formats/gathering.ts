import type { Position } from '../debate/positions/position.ts';

/** The id of the position for the claims of a file without positions. */
export const IMPORTED_POSITION = 'gathering';

/** Its name, until someone gives it another one. */
export const IMPORTED_NAME = 'Claims';

/** True if this position is as it was created for the claims of a file without positions. Once it was named or described, it says something. */
export function isImportedPosition({
  id,
  name,
  summary,
}: Pick<Position, 'id' | 'name' | 'summary'>): boolean {
  return id === IMPORTED_POSITION && name === IMPORTED_NAME && summary === '';
}
