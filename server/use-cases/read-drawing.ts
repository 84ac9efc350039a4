import type { DrawingLook } from '../pictures/draw-debate.ts';
import { THEMES } from '../pictures/map-colours.ts';
import { PICTURE_LIMITS } from '../pictures/picture-limits.ts';

/** The least width of a picture, in pixels. */
const LEAST = 64;

/** How a picture is wanted, of the fields of a request; null: as none can be. */
export function readDrawing(asked: URLSearchParams): DrawingLook | null {
  const theme = THEMES.find((name) => name === (asked.get('theme') ?? 'light'));
  const wanted = asked.get('width');
  const width = wanted === null ? null : Number(wanted);
  const isWide =
    width === null || (Number.isInteger(width) && width >= LEAST && width <= PICTURE_LIMITS.pngSide);
  return theme && isWide ? { theme, width } : null;
}
