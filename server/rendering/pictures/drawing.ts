import type { DisclosedOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import type { DrawnName } from '#domain/formats/exports/drawn-formats.ts';
import { type ReportSection, USUAL_SECTIONS } from '#domain/formats/exports/report-sections.ts';
import type { Theme } from './map-colours.ts';

/** The request for a drawing. */
export interface Drawing {
  readonly format: DrawnName;
  readonly theme: Theme;
  /** Pixels of a PNG; null: the default. */
  readonly width: number | null;
  /** Opinion groups of a report; null: it leaves them out. */
  readonly opinions: DisclosedOpinions | null;
  readonly sections: readonly ReportSection[];
}

/** The requester's choices for a drawing. */
export type DrawingLook = Pick<Drawing, 'theme' | 'width' | 'sections'>;

/** The default look. */
export const PLAIN_DRAWING = {
  theme: 'light',
  width: null,
  opinions: null,
  sections: USUAL_SECTIONS,
} as const;
