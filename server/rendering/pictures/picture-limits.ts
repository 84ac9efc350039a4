/** Bounds of what is drawn of a debate, each with its reason. */
export const PICTURE_LIMITS = {
  /** Pixels a side: more, and browsers and word processors show nothing. */
  pngSide: 16_384,
  /** Pixels in all: more takes programs that open it a gigabyte. */
  pngPixels: 100_000_000,
  /** Times as large as on the board at most: beyond it nothing becomes clearer. */
  pngScale: 4,
} as const;

/** The width of a PNG for which none was asked. */
export const PNG_WIDTH = 3_200;
