import { DRAWN_NAMES } from '#domain/formats/exports/drawn-formats.ts';
import { FORMAT_NAMES } from '#domain/formats/formats.ts';

/** All export formats; in a separate module, since the drawing code must not be part of a page. */
export const EXPORT_NAMES = [...FORMAT_NAMES, ...DRAWN_NAMES] as const;
