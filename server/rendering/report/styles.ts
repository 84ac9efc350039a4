import { MAP_COLOURS } from '../pictures/map-colours.ts';
import type { Style } from './setter.ts';

/** The colours of the board's light theme: a report is on paper. */
export const COLOURS = MAP_COLOURS.light;

const { ink, soft, faint } = COLOURS;

export const STYLES = {
  motion: { face: 'display', size: 30, line: 37, colour: ink },
  section: { face: 'display', size: 21, line: 27, colour: ink },
  heading: { face: 'name', size: 14.5, line: 20, colour: ink },
  small: { face: 'strong', size: 9, line: 13, colour: ink },
  body: { face: 'body', size: 10.5, line: 15, colour: ink },
  quote: { face: 'body', size: 9.5, line: 13.5, colour: soft },
  note: { face: 'text', size: 8.2, line: 12, colour: faint },
  strong: { face: 'strong', size: 8.2, line: 12, colour: soft },
  over: { face: 'strong', size: 8.2, line: 14, colour: faint },
  figure: { face: 'strong', size: 9, line: 13, colour: soft },
} as const satisfies Record<string, Style>;

/** Vertical space between blocks, in points. */
export const AIR = { opening: 44, section: 26, heading: 18, paragraph: 8, item: 9 } as const;
