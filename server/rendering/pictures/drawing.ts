import type { DisclosedOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import type { ComparedPair } from '#domain/analysis/perspectives/first-pair.ts';
import type { DrawnName } from '#domain/formats/exports/drawn-formats.ts';
import { type KitChoice, WHOLE_KIT } from '#domain/formats/exports/paper-kit.ts';
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
  /** Two teams or groups in a report; null: it leaves them out. */
  readonly compared: ComparedPair | null;
  readonly sections: readonly ReportSection[];
  readonly kit: KitChoice;
  /** Where a kit's codes lead; null: it has none. */
  readonly site: KitSite | null;
}

/** The place of a debate on the web, for codes on paper. */
export interface KitSite {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly debateId: string;
  /** The code with which everyone in a room may join; null: none that the requester may know. */
  readonly code: string | null;
}

/** The requester's choices for a drawing. */
export type DrawingLook = Pick<Drawing, 'theme' | 'width' | 'sections' | 'kit'>;

/** The default look. */
export const PLAIN_DRAWING = {
  theme: 'light',
  width: null,
  opinions: null,
  compared: null,
  sections: USUAL_SECTIONS,
  kit: WHOLE_KIT,
  site: null,
} as const;
