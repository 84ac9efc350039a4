import type { Board } from './board-page.ts';

/** The React Flow board that stands beside Parley's. */
export function reactFlowBoard(address: string): Board {
  return {
    name: 'React Flow',
    address,
    cards: '.react-flow__node:not([data-id="~motion"])',
    selected: '.react-flow__node.selected',
    whole: '.react-flow__node',
    octave: 500,
    card: (id) => `.react-flow__node[data-id="${id}"]`,
  };
}
