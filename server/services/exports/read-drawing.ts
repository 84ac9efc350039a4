import { sectionsIn, USUAL_SECTIONS } from '#domain/formats/exports/report-sections.ts';
import type { DrawingLook } from '../../rendering/pictures/drawing.ts';
import { THEMES } from '../../rendering/pictures/map-colours.ts';
import { PICTURE_LIMITS } from '../../rendering/pictures/picture-limits.ts';

/** The minimum width of a picture, in pixels. */
const LEAST = 64;

/** The look of a picture, from the fields of a request; `null` if they are invalid. */
export function readDrawing(asked: URLSearchParams): DrawingLook | null {
  const theme = THEMES.find((name) => name === (asked.get('theme') ?? 'light'));
  const wanted = asked.get('width');
  const width = wanted === null ? null : Number(wanted);
  const isWide =
    width === null || (Number.isInteger(width) && width >= LEAST && width <= PICTURE_LIMITS.pngSide);
  const chosen = asked.get('sections');
  const sections = chosen === null ? USUAL_SECTIONS : sectionsIn(chosen);
  return theme && isWide && sections ? { theme, width, sections } : null;
}
