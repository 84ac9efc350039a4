import type { Board } from './board-page.ts';

/** Parley's own map of a debate. */
export function parleyBoard(origin: string, debateId: string): Board {
  return {
    name: 'Parley',
    address: `${origin}/debates/${debateId}`,
    selected: 'aside[data-selected]',
    whole: 'main[data-whole]',
    octave: 100,
    walks: true,
    claims: '[data-box^="c_"]',
    card: (id) => `[data-box="${id}"]`,
  };
}
