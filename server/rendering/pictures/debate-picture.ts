import { type DebateStrengths, debateStrengths } from '#domain/analysis/strength/debate-strengths.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { ERASED_TEXT, readable } from '#domain/formats/pages/readable-text.ts';
import { removeHidden } from '#domain/formats/remove-hidden.ts';
import { type CardWidths, claimHeight, motionHeight, positionHeight } from '#domain/layout/card-heights.ts';
import { CARD } from '#domain/layout/card-metrics.ts';
import { layoutMap, type MapLayout } from '#domain/layout/map-layout.ts';
import type { NeededCharacters } from '../typeset/needed-characters.ts';
import type { Typefaces } from '../typeset/typefaces.ts';
import { PICTURE_WORDS } from './picture-words.ts';

/** The parts of a debate that can be drawn. */
export interface DrawnDebate {
  /** The debate as everyone sees it, without hidden content, as in other files for readers. */
  readonly state: DebateState;
  readonly names: ReadonlyMap<string, string>;
  /** Of a branch: those in the whole debate. */
  readonly strengths: DebateStrengths;
}

/** A map with the typefaces of its texts: everything needed to draw it. */
export interface MapPicture extends DrawnDebate {
  readonly faces: Typefaces;
  readonly layout: MapLayout;
}

/** The drawable parts of a debate. */
export function drawnDebate({ state: seen, names, branch }: ExchangedDebate): DrawnDebate {
  const state = removeHidden(seen);
  return { state, names, strengths: debateStrengths(branch ? removeHidden(branch.whole) : state) };
}

/** Records the texts of its map, with their typefaces. */
export function noteMapTexts({ state, names }: DrawnDebate, needed: NeededCharacters): void {
  for (const words of Object.values({ ...PICTURE_WORDS, ...ERASED_TEXT }))
    needed.note(words, 'text', 'strong', 'name', 'display');
  needed.note('⊘⇅⊠≡', 'strong');
  needed.note(state.head?.motion ?? '', 'display');
  for (const { name, summary } of state.positions.values()) {
    needed.note(name, 'name', 'text');
    needed.note(readable(summary), 'text');
  }
  for (const { text } of state.claims.values()) needed.note(readable(text), 'text');
  for (const name of names.values()) needed.note(name, 'strong');
  for (const { locator } of state.sources.values()) needed.note(locator, 'text');
}

/** Lays out the map like the board; only these branches are folded. */
export function pictureMap(
  drawn: DrawnDebate,
  faces: Typefaces,
  collapsed: ReadonlySet<string> = new Set(),
): MapPicture {
  const { state } = drawn;
  const widths: CardWidths = {
    claim: faces.text.widthAt(CARD.claim.size),
    motion: faces.display.widthAt(CARD.motion.size),
    name: faces.name.widthAt(CARD.name.size),
    summary: faces.text.widthAt(CARD.summary.size),
  };
  const layout = layoutMap(state, {
    collapsed,
    measure: (id, kind) => {
      if (kind === 'motion') return motionHeight(state.head?.motion ?? '', widths);
      if (kind === 'claim') return claimHeight(readable(state.claims.get(id)?.text ?? ''), widths);
      const { name = '', summary = '' } = state.positions.get(id) ?? {};
      return positionHeight(name, readable(summary), widths);
    },
  });
  return { ...drawn, faces, layout };
}
