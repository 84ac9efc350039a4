import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { writeKit } from './kit/write-kit.ts';
import type { Drawing } from './pictures/drawing.ts';
import { PNG_WIDTH } from './pictures/picture-limits.ts';
import { writePng } from './pictures/write-png.ts';
import { writeSvg } from './pictures/write-svg.ts';
import { writeBrief } from './report/write-brief.ts';
import { writeReport } from './report/write-report.ts';

/** Draws a debate as a picture, a report or a kit for paper, and yields the file in pieces. */
export function drawDebate(
  debate: ExchangedDebate,
  { format, theme, width, opinions, compared, sections, kit, site }: Drawing,
): AsyncIterable<string | Uint8Array> {
  if (format === 'svg') return writeSvg(debate, theme);
  if (format === 'png') return writePng(debate, { theme, width: width ?? PNG_WIDTH });
  if (format === 'brief') return writeBrief(debate);
  if (format === 'kit') return writeKit(debate, kit, site);
  return writeReport(debate, { opinions, compared, sections });
}
