import { fontFamily, textWidth } from '#app/_board/map/layout/text-width.ts';
import type { ProjectedEntry } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { type DebateSnapshot, fromSnapshot } from '#domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { claimHeight, motionHeight, positionHeight } from '#domain/layout/card-heights.ts';
import { CARD } from '#domain/layout/card-metrics.ts';
import type { Measure } from '#domain/layout/lay-tree.ts';
import { layoutMap } from '#domain/layout/map-layout.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import type { MapBox } from '#domain/layout/place-boxes.ts';
import type { CardChange, PlacedCard } from './placed-card.ts';

/** The product's own layout with the product's own fonts, for the boards it is compared with. */
export interface LayOut {
  /** Takes a debate; where all of it stands. */
  load(snapshot: DebateSnapshot): Promise<PlacedCard[]>;
  /** Takes what was done. */
  change(entries: readonly ProjectedEntry[]): CardChange;
}

declare global {
  var layOut: LayOut;
}

let state: DebateState = EMPTY_STATE;
let placed = new Map<string, PlacedCard>();

globalThis.layOut = {
  load: async (snapshot) => {
    await Promise.allSettled([...FONTS].map((font) => document.fonts.load(font)));
    state = fromSnapshot(snapshot);
    placed = place();
    return [...placed.values()];
  },
  change: (entries) => {
    state = evolveAll(state, entries);
    const before = placed;
    placed = place();
    return {
      cards: [...placed.values()].filter((card) => !isSame(card, before.get(card.id))),
      gone: [...before.keys()].filter((id) => !placed.has(id)),
    };
  },
};

const FONTS = ['15px "Inter Variable"', '650 19px "Source Serif 4 Variable"'];

function place(): Map<string, PlacedCard> {
  const { boxes } = layoutMap(state, { measure: measureOf(state) });
  return new Map(boxes.map((box) => [box.id, cardOf(box)]));
}

function measureOf({ head, claims, positions }: DebateState): Measure {
  const [sans, serif] = [fontFamily('--font-sans'), fontFamily('--font-serif')];
  const widths = {
    claim: textWidth(`${CARD.claim.weight} ${CARD.claim.size}px ${sans}`),
    motion: textWidth(`${CARD.motion.weight} ${CARD.motion.size}px ${serif}`),
    name: textWidth(`${CARD.name.weight} ${CARD.name.size}px ${serif}`),
    summary: textWidth(`${CARD.summary.weight} ${CARD.summary.size}px ${sans}`),
  };
  return (id, kind) => {
    if (kind === 'motion') return motionHeight(head?.motion ?? '', widths);
    if (kind === 'claim') return claimHeight(claims.get(id)?.text ?? '', widths);
    const position = positions.get(id);
    return positionHeight(position?.name ?? '', position?.summary ?? '', widths);
  };
}

function cardOf(box: MapBox): PlacedCard {
  const { id, kind, x, y, width, height, parent, relation, hue } = box;
  const claim = state.claims.get(id);
  const position = state.positions.get(id);
  const text = id === MOTION_ID ? (state.head?.motion ?? '') : (claim?.text ?? position?.name ?? '');
  const { agree, disagree } = claim?.tally ?? { agree: 0, disagree: 0 };
  return { id, kind, x, y, width, height, parent, relation, hue, text, agree, disagree };
}

function isSame(card: PlacedCard, before: PlacedCard | undefined): boolean {
  return (
    before !== undefined &&
    card.x === before.x &&
    card.y === before.y &&
    card.height === before.height &&
    card.text === before.text &&
    card.agree === before.agree &&
    card.disagree === before.disagree
  );
}
