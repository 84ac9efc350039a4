import type { Look } from './measure-look.ts';

/** How a picture is read, which decides its limits. */
export interface Read {
  /** Read on a touch screen. */
  readonly byFinger: boolean;
  /** As a debate opens: its claims are whole sentences, and less than half of it is blank. */
  readonly isOpening: boolean;
  /** Limit of blank cells, if it is not the usual one of an opening, or none. */
  readonly mostBlank?: number;
}

/** The limits of every picture. */
const LEAST_TYPE = 13;
const LEAST_CONTRAST = 3;
const LEAST_WHOLE = 0.9;
const MOST_BLANK = 0.5;

/** Problems of a picture, one line each. Empty if it meets its limits. */
export function shortfallsOf(
  look: Look,
  { byFinger, isOpening, mostBlank = isOpening ? MOST_BLANK : 1 }: Read,
): string[] {
  const { claims, whole, leastType, leastWords, linkContrast, leastTarget, leastControl, overlaps } = look;
  const leastSide = byFinger ? 44 : 24;
  const found: (string | false)[] = [
    leastType < LEAST_TYPE && `type of ${leastType} px (${leastWords})`,
    leastTarget < leastSide && `a target of ${leastTarget} px (${leastControl})`,
    linkContrast !== null && linkContrast < LEAST_CONTRAST && `links of ${linkContrast} : 1`,
    isOpening && whole < LEAST_WHOLE * claims && `${whole} of ${claims} claims whole`,
    look.blank > mostBlank && `${Math.round(look.blank * 100)} % blank`,
    ...overlaps.map((texts) => `text over text (${texts})`),
  ];
  return found.filter((one) => one !== false);
}
