import type { Board } from './board-page.ts';

/** Parley's own map of a debate. */
export function parleyBoard(origin: string, debateId: string): Board {
  return {
    name: 'Parley',
    address: `${origin}/debates/${debateId}`,
    // A click on a row opens the claim or the panel.
    selected: 'aside[data-selected], [data-box][data-look="open"]',
    whole: 'main[data-whole]',
    octave: 100,
    walks: true,
    claims: '[data-box^="c_"]',
    card: (id) => `[data-box="${id}"]`,
  };
}
