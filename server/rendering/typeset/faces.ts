import type { Family } from './font-files.ts';

/** A face of the design: a typeface, its weight, and its optical size. */
export interface Face {
  readonly family: Family;
  readonly weight: number;
  /** Pixels; null: the typeface has no optical sizes. */
  readonly opticalSize: number | null;
  /** The weight of other scripts beside it. */
  readonly beside: 400 | 600;
}

export const FACES = {
  text: { family: 'inter', weight: 400, opticalSize: null, beside: 400 },
  strong: { family: 'inter', weight: 600, opticalSize: null, beside: 600 },
  body: { family: 'source-serif-4', weight: 400, opticalSize: 10, beside: 400 },
  name: { family: 'source-serif-4', weight: 650, opticalSize: 19, beside: 600 },
  display: { family: 'source-serif-4', weight: 650, opticalSize: 27, beside: 600 },
} as const satisfies Record<string, Face>;
export type FaceName = keyof typeof FACES;
export const FACE_NAMES = Object.keys(FACES) as FaceName[];
