import { DRAWN_NAMES } from '../../domain/formats/drawn-formats.ts';
import { FORMAT_NAMES } from '../../domain/formats/formats.ts';

/** All formats in which a debate is taken away; by itself, since what draws them is no part of a page. */
export const EXPORT_NAMES = [...FORMAT_NAMES, ...DRAWN_NAMES] as const;
