import type { DrawnName } from '../../domain/formats/drawn-formats.ts';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
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
}

/** How something is drawn of which nothing was said. */
export const PLAIN_DRAWING = { theme: 'light', width: null } as const;

/** A debate as a picture, or on paper: its file, piece by piece. */
export function drawDebate(
  debate: ExchangedDebate,
  { format, theme, width }: Drawing,
): AsyncIterable<string | Uint8Array> {
  if (format === 'svg') return writeSvg(debate, theme);
  if (format === 'png') return writePng(debate, { theme, width: width ?? PNG_WIDTH });
  return writeReport(debate);
}
