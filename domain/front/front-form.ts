/** Size of the area the front is laid out for, in pixels. */
export interface StageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Columns side by side. `motion`: motion, positions, claims. `positions`: positions and claims, with the motion above. `claims`: claims
 * only, with positions as headings. `one`: a single column for phones, with arguments below their claim.
 */
export type FrontColumns = 'motion' | 'positions' | 'claims' | 'one';

/**
 * Named type scales for phone, laptop, large laptop and projector, and for few claims on a laptop (`roomy`) and on more (`grand`).
 * The style sheets use the same names.
 */
export type FrontScale = 'phone' | 'small' | 'medium' | 'large' | 'roomy' | 'grand';

/** Type sizes and spacing in pixels; the style sheets repeat them. */
export interface FrontForm {
  readonly scale: FrontScale;
  readonly columns: FrontColumns;
  /** Side and top margins. */
  readonly side: number;
  readonly top: number;
  readonly motionWidth: number;
  readonly motion: Type;
  readonly positionWidth: number;
  readonly name: Type;
  readonly summary: Type;
  readonly claim: Type;
  /** Text of a card. */
  readonly card: Type;
  /** Width of an open claim. */
  readonly openWidth: number;
  readonly rowPadding: number;
  readonly rowGap: number;
  readonly laneGap: number;
  /** Width of a row's votes, counts and button. 0 puts them below the text. */
  readonly countsWidth: number;
  readonly motionGap: number;
  readonly positionGap: number;
}

interface Type {
  readonly size: number;
  readonly line: number;
}

/** Distance of an open claim to its arguments, in pixels. */
export const ARGUMENT_GAP = 40;
/** Minimum width of an argument column, and the maximum comfortable line width, in pixels. */
const ARGUMENTS_WIDTH = 320;
export const WIDEST_CARD = 640;
/** Minimum width for rows with counts beside the text. */
const ROWS_WIDTH = 560;
/** Height of `line` and `more` rows in pixels, and of an `empty` row around its text. */
export const LINE_HEIGHT = 28;
const EMPTY_PADDING = 28;
/** Indent of arguments on a phone, in pixels. */
export const INDENT = 16;

const SCALES: Readonly<Record<FrontScale, Omit<FrontForm, 'columns' | 'scale'>>> = {
  phone: {
    side: 16,
    top: 12,
    motionWidth: 0,
    motion: { size: 26, line: 31 },
    positionWidth: 0,
    name: { size: 19, line: 24 },
    summary: { size: 13, line: 18 },
    claim: { size: 15, line: 20 },
    card: { size: 15, line: 20 },
    openWidth: 260,
    rowPadding: 8,
    rowGap: 6,
    laneGap: 20,
    countsWidth: 0,
    motionGap: 12,
    positionGap: 10,
  },
  small: {
    side: 12,
    top: 12,
    motionWidth: 180,
    motion: { size: 23, line: 28 },
    positionWidth: 160,
    name: { size: 19, line: 24 },
    summary: { size: 13, line: 18 },
    claim: { size: 15, line: 20 },
    card: { size: 15, line: 20 },
    openWidth: 300,
    rowPadding: 3,
    rowGap: 4,
    laneGap: 12,
    countsWidth: 222,
    motionGap: 20,
    positionGap: 20,
  },
  medium: {
    side: 24,
    top: 16,
    motionWidth: 216,
    motion: { size: 27, line: 32 },
    positionWidth: 188,
    name: { size: 19, line: 24 },
    summary: { size: 13, line: 18 },
    claim: { size: 16, line: 22 },
    card: { size: 15, line: 20 },
    openWidth: 300,
    rowPadding: 4,
    rowGap: 4,
    laneGap: 18,
    countsWidth: 232,
    motionGap: 32,
    positionGap: 28,
  },
  large: {
    side: 24,
    top: 24,
    motionWidth: 320,
    motion: { size: 36, line: 43 },
    positionWidth: 260,
    name: { size: 22, line: 28 },
    summary: { size: 15, line: 21 },
    claim: { size: 17, line: 24 },
    card: { size: 15, line: 20 },
    openWidth: 300,
    rowPadding: 7,
    rowGap: 4,
    laneGap: 28,
    countsWidth: 260,
    motionGap: 40,
    positionGap: 36,
  },
  roomy: {
    side: 24,
    top: 24,
    motionWidth: 224,
    motion: { size: 36, line: 43 },
    positionWidth: 200,
    name: { size: 23, line: 29 },
    summary: { size: 15, line: 21 },
    claim: { size: 19, line: 27 },
    card: { size: 19, line: 27 },
    openWidth: 330,
    rowPadding: 8,
    rowGap: 8,
    laneGap: 40,
    countsWidth: 232,
    motionGap: 28,
    positionGap: 28,
  },
  grand: {
    side: 24,
    top: 24,
    motionWidth: 320,
    motion: { size: 46, line: 55 },
    positionWidth: 280,
    name: { size: 28, line: 35 },
    summary: { size: 19, line: 27 },
    claim: { size: 23, line: 32 },
    card: { size: 23, line: 32 },
    openWidth: 460,
    rowPadding: 12,
    rowGap: 12,
    laneGap: 56,
    countsWidth: 232,
    motionGap: 48,
    positionGap: 48,
  },
};

const LARGE = ['grand', 'roomy'] as const satisfies readonly FrontScale[];
export type LargeScale = (typeof LARGE)[number];

/** Minimum stage width of each scale, in pixels. */
const FROM: Readonly<Record<FrontScale, number>> = {
  phone: 0,
  small: 720,
  medium: 1_340,
  large: 1_700,
  roomy: 1_200,
  grand: 1_680,
};

/** Motions longer than this many characters use a smaller size. */
const LONG_MOTION = 120;
const SMALLER: Readonly<Record<number, Type>> = {
  26: { size: 21, line: 26 },
  23: { size: 19, line: 24 },
  27: { size: 23, line: 28 },
  36: { size: 28, line: 34 },
  46: { size: 36, line: 43 },
};

/** Scales of large type, for few claims, that a stage has the width for, the largest first. */
export function largeScales({ width }: StageSize): readonly LargeScale[] {
  return LARGE.filter((scale) => width >= FROM[scale]);
}

export function isLarge(scale: FrontScale): boolean {
  return LARGE.some((large) => large === scale);
}

/** Height in pixels of the row in a position without claims. */
export function emptyHeight({ claim }: FrontForm): number {
  return claim.line + EMPTY_PADDING;
}

/**
 * Chooses type and columns for a stage with `openLevels` nested open claims. If arguments would become too narrow, first the motion
 * moves above the columns, then the positions do. `large`: in this scale of large type.
 */
export function frontForm(
  stage: StageSize,
  openLevels: number,
  motion: string,
  large?: LargeScale,
): FrontForm {
  const scale = large ?? scaleFor(stage.width);
  const sizes = SCALES[scale];
  const columns = columnsFor(stage, scale, openLevels);
  const size = columns === 'motion' || columns === 'one' ? sizes.motion : sizes.name;
  const long = motion.length > LONG_MOTION;
  return { ...sizes, scale, columns, motion: (long && SMALLER[size.size]) || size };
}

function scaleFor(width: number): FrontScale {
  if (width >= FROM.large) return 'large';
  if (width >= FROM.medium) return 'medium';
  return width >= FROM.small ? 'small' : 'phone';
}

function columnsFor({ width }: StageSize, scale: FrontScale, openLevels: number): FrontColumns {
  if (scale === 'phone') return 'one';
  const { side, motionWidth, motionGap, positionWidth, positionGap, openWidth } = SCALES[scale];
  const claims = width - 2 * side - positionWidth - positionGap;
  const needed = openLevels === 0 ? ROWS_WIDTH : openLevels * (openWidth + ARGUMENT_GAP) + ARGUMENTS_WIDTH;
  if (claims - motionWidth - motionGap >= needed) return 'motion';
  return claims >= needed ? 'positions' : 'claims';
}
