import type { Position } from '../debate/records/position.ts';
import { initialsOf } from './initials.ts';

/**
 * The letters that tell each position where its name has no room, by its id: the first of the name; where others begin with it
 * too, its initials; where these are another's too, its number.
 */
export function positionLetters(positions: Iterable<Position>): ReadonlyMap<string, string> {
  const all = [...positions];
  const firsts = all.map(({ name }) => [...name.trim()][0] ?? '');
  const initials = all.map(({ name }) => initialsOf(name));
  return new Map(
    all.map(({ id }, at) => [
      id,
      [firsts, initials].map((letters) => only(letters, at)).find((letters) => letters !== '') ?? `${at + 1}`,
    ]),
  );
}

/** What is at a place, where nobody else has it; else nothing. */
function only(letters: readonly string[], at: number): string {
  const own = letters[at]?.toUpperCase() ?? '';
  return letters.some((other, place) => place !== at && other.toUpperCase() === own)
    ? ''
    : (letters[at] ?? '');
}
