/** A view narrower than this, in pixels of the screen, has no room beside the map: it is a phone's. */
export const NARROW = 640;

/** How much of a card is shown at a zoom: cards to read, their titles, or marks in their hue. */
export type LevelOfDetail = 'cards' | 'titles' | 'marks';

export function levelOfDetail(k: number): LevelOfDetail {
  if (k >= 0.62) return 'cards';
  return k >= 0.26 ? 'titles' : 'marks';
}
