import type { Board } from './board-page.ts';

/** The React Flow board that stands beside Parley's. */
export function reactFlowBoard(address: string): Board {
  return {
    name: 'React Flow',
    address,
    selected: '.react-flow__node.selected',
    whole: '.react-flow__node',
    walks: false,
    claims: null,
    octave: 500,
    card: (id) => `.react-flow__node[data-id="${id}"]`,
  };
}
