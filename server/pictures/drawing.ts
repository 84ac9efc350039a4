import type { OpinionsTold } from '../../domain/analysis/opinions-told.ts';
import type { DrawnName } from '../../domain/formats/drawn-formats.ts';
import { type ReportSection, USUAL_SECTIONS } from '../../domain/formats/report-sections.ts';
import type { Theme } from './map-colours.ts';

/** What is to be drawn. */
export interface Drawing {
  readonly format: DrawnName;
  readonly theme: Theme;
  /** Pixels, of a PNG; null: as is usual. */
  readonly width: number | null;
  /** Of a report: what may be known of who votes alike; null: it has no word of that. */
  readonly opinions: OpinionsTold | null;
  readonly sections: readonly ReportSection[];
}

/** How whoever asks wants it drawn. */
export type DrawingLook = Pick<Drawing, 'theme' | 'width' | 'sections'>;

/** How something is drawn of which nothing was said. */
export const PLAIN_DRAWING = {
  theme: 'light',
  width: null,
  opinions: null,
  sections: USUAL_SECTIONS,
} as const;
