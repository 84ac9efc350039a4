import type { Hue } from '#domain/debate/positions/position.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The colours of the board; a test holds them to its style sheet. */
export interface MapColours {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly rule: string;
  readonly support: string;
  readonly attack: string;
  readonly hues: Readonly<Record<Hue, string>>;
}

export const MAP_COLOURS: Readonly<Record<Theme, MapColours>> = {
  light: {
    paper: '#fbfaf6',
    card: '#ffffff',
    ink: '#1b1916',
    soft: '#57534b',
    faint: '#6f6a60',
    rule: '#e3dfd5',
    support: '#1d7449',
    attack: '#b0263d',
    hues: {
      blue: '#2a5ca8',
      ochre: '#94600a',
      violet: '#7343a3',
      teal: '#0a7074',
      rose: '#ad3470',
      olive: '#606a12',
      slate: '#4c6173',
      umber: '#80492a',
    },
  },
  dark: {
    paper: '#141517',
    card: '#1d1e21',
    ink: '#eceae4',
    soft: '#b5b2a9',
    faint: '#96938a',
    rule: '#2d2f33',
    support: '#5dbd8f',
    attack: '#f0808f',
    hues: {
      blue: '#80b1ec',
      ochre: '#e2a84a',
      violet: '#c29de8',
      teal: '#5fc3bf',
      rose: '#ef93bb',
      olive: '#b7c05c',
      slate: '#a5b8c9',
      umber: '#d6a385',
    },
  },
};

/** The colour of a position; `null`: of no position. */
export function hueIn({ hues, faint }: MapColours, hue: Hue | null): string {
  return hue === null ? faint : hues[hue];
}
