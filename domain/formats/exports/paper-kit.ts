/** The sheets of a paper kit, in its order. */
export const KIT_SHEETS = ['poster', 'join', 'claims', 'blank', 'ballot', 'tally'] as const;
export type KitSheet = (typeof KIT_SHEETS)[number];

/** The papers it can be printed on: of A5, each sheet holds half as many cards. */
export const KIT_PAPERS = ['a4', 'a5'] as const;
export type KitPaper = (typeof KIT_PAPERS)[number];

/** The choices for a paper kit. */
export interface KitChoice {
  readonly sheets: readonly KitSheet[];
  readonly paper: KitPaper;
}

/** A kit for which nothing was chosen. */
export const WHOLE_KIT: KitChoice = { sheets: KIT_SHEETS, paper: 'a4' };

/** The number of claims that get a card: a hundred sheets of A4. */
export const KIT_CARDS = 400;

/** The number of claims on a ballot: five pages or so. */
export const KIT_BALLOT = 60;
