import type { OpinionsTold } from '../../domain/analysis/opinions-told.ts';
import type { DrawnName } from '../../domain/formats/drawn-formats.ts';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { type ReportSection, USUAL_SECTIONS } from '../../domain/formats/report-sections.ts';
import { writeBrief } from '../report/write-brief.ts';
import { writeReport } from '../report/write-report.ts';
import type { Theme } from './map-colours.ts';
import { PNG_WIDTH } from './picture-limits.ts';
import { writePng } from './write-png.ts';
import { writeSvg } from './write-svg.ts';

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

/** A debate as a picture, or on paper: its file, piece by piece. */
export function drawDebate(
  debate: ExchangedDebate,
  { format, theme, width, opinions, sections }: Drawing,
): AsyncIterable<string | Uint8Array> {
  if (format === 'svg') return writeSvg(debate, theme);
  if (format === 'png') return writePng(debate, { theme, width: width ?? PNG_WIDTH });
  if (format === 'brief') return writeBrief(debate);
  return writeReport(debate, { opinions, sections });
}
