/** How much of a card is shown at a zoom: cards to read, their titles, or marks in their hue. */
export type LevelOfDetail = 'cards' | 'titles' | 'marks';

export function levelOfDetail(k: number): LevelOfDetail {
  if (k >= 0.62) return 'cards';
  return k >= 0.26 ? 'titles' : 'marks';
}
