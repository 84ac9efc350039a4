import type { DebateState } from '../../domain/debate/engine/state.ts';
import type { FrontBox, FrontLayout, FrontMeasure } from '../../domain/front/front-box.ts';
import { type FrontOptions, layFront } from '../../domain/front/lay-front.ts';
import { CREATE, DebateBuilder, newClaim } from './debate-builder.ts';

export const LAPTOP = { width: 1_280, height: 745 };
export const PHONE = { width: 390, height: 700 };

/** Heights of what a front shows, by its look. */
const measure: FrontMeasure = ({ look }) =>
  ({ motion: 240, position: 110, row: 48, line: 28, card: 120, open: 160, more: 28, empty: 48, ghost: 230 })[
    look
  ];

/** The front of a state on a laptop, unless it is said otherwise. */
export function front(state: DebateState, more: Partial<FrontOptions> = {}): FrontLayout {
  return layFront(state, { stage: LAPTOP, measure, ...more });
}

/** A debate with these positions and nothing else. */
export function debate(positions = ['p-one', 'p-two']): DebateBuilder {
  return new DebateBuilder().does('system', CREATE).does(
    'olga',
    ...positions.map((positionId) => ({
      type: 'position.add' as const,
      positionId,
      name: positionId,
      hue: 'blue' as const,
      summary: '',
    })),
  );
}

/** Claims under each position so many wide, and each with so many arguments so many levels deep. */
export function grown(wide: number, under: number, levels: number, positions?: string[]): DebateBuilder {
  const built = debate(positions);
  for (const position of positions ?? ['p-one', 'p-two']) {
    for (let at = 0; at < wide; at += 1) {
      built.does('olga', newClaim(`${position}-${at}`, position));
      let parents = [`c-${position}-${at}`];
      for (let level = 0; level < levels; level += 1) {
        parents = parents.flatMap((parent) =>
          Array.from({ length: under }, (_, nth) => {
            const id = `${parent.slice(2)}.${nth}`;
            built.does('olga', newClaim(id, parent));
            return `c-${id}`;
          }),
        );
      }
    }
  }
  return built;
}

/** A box by its id. */
export function box({ byId }: FrontLayout, id: string): FrontBox {
  const found = byId.get(id);
  if (!found) throw new Error(`${id} is not on the front`);
  return found;
}
