import { chosenNames } from '#domain/formats/exports/chosen-names.ts';
import { KIT_PAPERS, KIT_SHEETS } from '#domain/formats/exports/paper-kit.ts';
import { REPORT_SECTIONS, USUAL_SECTIONS } from '#domain/formats/exports/report-sections.ts';
import type { DrawingLook } from '../../rendering/pictures/drawing.ts';
import { THEMES } from '../../rendering/pictures/map-colours.ts';
import { PICTURE_LIMITS } from '../../rendering/pictures/picture-limits.ts';

/** The minimum width of a picture, in pixels. */
const LEAST = 64;

/** A parameter of a request with an invalid value, and what it must be. */
export interface WrongParameter {
  readonly where: string;
  readonly why: string;
}

/** The look of a picture, from the fields of a request, or the first one that is invalid. */
export function readDrawing(asked: URLSearchParams): DrawingLook | WrongParameter {
  const theme = THEMES.find((name) => name === (asked.get('theme') ?? 'light'));
  if (!theme) return wrong('theme', `one of ${THEMES.join(', ')}`);
  const wanted = asked.get('width');
  const width = wanted === null ? null : Number(wanted);
  if (width !== null && !(Number.isInteger(width) && width >= LEAST && width <= PICTURE_LIMITS.pngSide))
    return wrong('width', `a whole number of pixels from ${LEAST} to ${PICTURE_LIMITS.pngSide}`);
  const chosen = asked.get('sections');
  const sections = chosen === null ? USUAL_SECTIONS : chosenNames(chosen, REPORT_SECTIONS);
  if (!sections) return wrong('sections', `of ${REPORT_SECTIONS.join(', ')}`);
  const sheets = chosenNames(asked.get('sheets') ?? KIT_SHEETS.join(), KIT_SHEETS);
  if (!sheets) return wrong('sheets', `of ${KIT_SHEETS.join(', ')}`);
  const paper = KIT_PAPERS.find((name) => name === (asked.get('paper') ?? 'a4'));
  if (!paper) return wrong('paper', `one of ${KIT_PAPERS.join(', ')}`);
  return { theme, width, sections, kit: { sheets, paper } };
}

function wrong(where: string, what: string): WrongParameter {
  return { where, why: `must be ${what}` };
}
