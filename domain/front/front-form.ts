/** Size of the area the front is laid out for, in pixels. */
export interface StageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Columns side by side. `motion`: motion, positions, claims. `positions`: positions and claims, with the motion above. `claims`: claims
 * only, with positions as headings. `one`: a single column for phones, with arguments below their claim.
 */
export type Columns = 'motion' | 'positions' | 'claims' | 'one';

/** Named type scales for phone, laptop, large laptop, projector, and few claims. The style sheets use the same names. */
export type FrontScale = 'phone' | 'small' | 'medium' | 'large' | 'roomy';

/** Type sizes and spacing in pixels; the style sheets repeat them. */
export interface FrontForm {
  readonly scale: FrontScale;
  readonly columns: Columns;
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
/** Height of `line` and `more` rows, and of an `empty` row, in pixels. */
export const LINE_HEIGHT = 28;
export const EMPTY_HEIGHT = 48;
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
    openWidth: 300,
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
    name: { size: 22, line: 28 },
    summary: { size: 15, line: 21 },
    claim: { size: 17, line: 24 },
    card: { size: 18, line: 26 },
    openWidth: 330,
    rowPadding: 8,
    rowGap: 8,
    laneGap: 40,
    countsWidth: 232,
    motionGap: 28,
    positionGap: 28,
  },
};

/** Minimum stage width of each scale, in pixels. */
const FROM: Readonly<Record<FrontScale, number>> = {
  phone: 0,
  small: 720,
  medium: 1_340,
  large: 1_700,
  roomy: 1_200,
};

/** Motions longer than this many characters use a smaller size. */
const LONG_MOTION = 120;
const SMALLER: Readonly<Record<number, Type>> = {
  26: { size: 21, line: 26 },
  23: { size: 19, line: 24 },
  27: { size: 23, line: 28 },
  36: { size: 28, line: 34 },
};

/** Whether a stage has the width for large type, if there are few claims. */
export function canBeRoomy({ width }: StageSize): boolean {
  return width >= FROM.roomy;
}

/**
 * Chooses type and columns for a stage with `openLevels` nested open claims. If arguments would become too narrow, first the motion
 * moves above the columns, then the positions do. `isRoomy`: in large type.
 */
export function frontForm(stage: StageSize, openLevels: number, motion: string, isRoomy = false): FrontForm {
  const scale = isRoomy ? 'roomy' : scaleFor(stage.width);
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

function columnsFor({ width }: StageSize, scale: FrontScale, openLevels: number): Columns {
  if (scale === 'phone') return 'one';
  const { side, motionWidth, motionGap, positionWidth, positionGap, openWidth } = SCALES[scale];
  const claims = width - 2 * side - positionWidth - positionGap;
  const needed = openLevels === 0 ? ROWS_WIDTH : openLevels * (openWidth + ARGUMENT_GAP) + ARGUMENTS_WIDTH;
  if (claims - motionWidth - motionGap >= needed) return 'motion';
  return claims >= needed ? 'positions' : 'claims';
}
