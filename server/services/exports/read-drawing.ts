import { chosenNames } from '#domain/formats/exports/chosen-names.ts';
import { KIT_PAPERS, KIT_SHEETS } from '#domain/formats/exports/paper-kit.ts';
import { REPORT_SECTIONS, USUAL_SECTIONS } from '#domain/formats/exports/report-sections.ts';
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
  const sections = chosen === null ? USUAL_SECTIONS : chosenNames(chosen, REPORT_SECTIONS);
  const sheets = chosenNames(asked.get('sheets') ?? KIT_SHEETS.join(), KIT_SHEETS);
  const paper = KIT_PAPERS.find((name) => name === (asked.get('paper') ?? 'a4'));
  if (!theme || !isWide || !sections || !sheets || !paper) return null;
  return { theme, width, sections, kit: { sheets, paper } };
}
