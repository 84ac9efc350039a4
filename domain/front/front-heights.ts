import type { DebateState } from '../debate/engine/state.ts';
import { type TextWidth, wrapText } from '../layout/wrap-text.ts';
import type { Measured } from './front-box.ts';
import { emptyHeight, LINE_HEIGHT } from './front-form.ts';

/** Returns a text measurer for a typeface, weight and size in pixels. */
export type WidthIn = (face: 'sans' | 'serif', weight: number, size: number) => TextWidth;

/** Heights and widths of everything but text, in pixels; the style sheets repeat them. */
const FRONT_CARD = {
  /** Horizontal space before and after a row's text. */
  rowStart: 3 + 8 + 20,
  rowEnd: 8 + 8 + 1,
  /** Counts below a row's text. */
  rowFoot: 32,
  border: 2,
  cardInset: 3 + 13 + 14 + 1,
  /** Head, space and foot of a card. */
  cardChrome: 10 + 20 + 4 + 6 + 32 + 6,
  /** Overline and totals of the motion. */
  motionChrome: 24 + 10 + 19 + 2,
  legendButton: 4 + 28,
  legend: 7 * 19,
  /** The hint in a debate without claims. */
  begin: 8 + 24 + 6 * 19 + 8,
  /** Totals of the motion when it is a heading above its positions. */
  headingChrome: 10 + 19 + 2,
  /** Rule above a position's name, and counts below it. */
  positionChrome: 3 + 6 + 28,
  summaryGap: 4,
  ghost: 230,
} as const;

/** Estimates a box's height in pixels from its text, before the browser measures it. */
export function frontHeight(
  state: DebateState,
  { id, look, width, form }: Measured,
  widthIn: WidthIn,
  isLegendOpen = true,
): number {
  const { claim, card, motion, name, summary } = form;
  switch (look) {
    case 'motion': {
      const text = state.head?.motion ?? '';
      const own = linesHeight(text, width, widthIn('serif', 650, motion.size), motion.line);
      if (form.columns === 'positions' || form.columns === 'claims') return FRONT_CARD.headingChrome + own;
      const legend =
        state.claims.size === 0
          ? FRONT_CARD.begin
          : FRONT_CARD.legendButton + (isLegendOpen ? FRONT_CARD.legend : 0);
      return FRONT_CARD.motionChrome + own + legend;
    }
    case 'position': {
      const position = state.positions.get(id);
      const said = firstSentence(position?.summary ?? '');
      const below =
        said === '' ? 0 : linesHeight(said, width, widthIn('sans', 400, summary.size), summary.line);
      const own = linesHeight(position?.name ?? '', width, widthIn('serif', 650, name.size), name.line);
      return FRONT_CARD.positionChrome + own + below;
    }
    case 'row': {
      const free = width - FRONT_CARD.rowStart - FRONT_CARD.rowEnd - form.countsWidth;
      const lines = linesHeight(textOf(state, id), free, widthIn('sans', 400, claim.size), claim.line);
      const foot = form.countsWidth === 0 ? FRONT_CARD.rowFoot : 0;
      return FRONT_CARD.border + 2 * form.rowPadding + Math.max(lines, LINE_HEIGHT) + foot;
    }
    case 'card':
    case 'open': {
      const lines = linesHeight(
        textOf(state, id),
        width - FRONT_CARD.cardInset,
        widthIn('sans', 400, card.size),
        card.line,
      );
      return FRONT_CARD.border + FRONT_CARD.cardChrome + lines;
    }
    case 'line':
    case 'more':
      return LINE_HEIGHT;
    case 'empty':
      return emptyHeight(form);
    case 'ghost':
      return FRONT_CARD.ghost;
  }
}

/** Returns the first sentence of a text, or all of it. */
export function firstSentence(text: string): string {
  const end = /[.!?。！？](?=\s|$)/u.exec(text);
  return end ? text.slice(0, end.index + 1) : text;
}

function textOf(state: DebateState, id: string): string {
  return state.claims.get(id)?.text ?? '';
}

function linesHeight(text: string, width: number, widthOf: TextWidth, line: number): number {
  return Math.max(1, wrapText(text, width, widthOf).length) * line;
}
