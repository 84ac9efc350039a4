import { MAP_GEOMETRY } from '#domain/layout/map-geometry.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import type { Board, BoardPage } from './board-page.ts';
import { wheel } from './gestures.ts';
import type { PlacedCard } from './in-page/placed-card.ts';

/** Where the nearest claim is brought to: its branch then fills the window. */
const LEFT = 80;
const TOP = 400;

/** Opens a board, waits until all of it is there, and brings the claims nearest to the motion into view, cards to read. */
export async function openNear(on: BoardPage, board: Board, cards: readonly PlacedCard[]): Promise<void> {
  const { page, expect } = on;
  await page.goto(board.address, { waitUntil: 'commit' });
  await (await expect(board.whole))();
  await page.evaluate(() => pageWatch.idle());
  if (board.claims !== null) {
    await (await expect(board.claims))();
    return;
  }
  const start = await bringNear(on, board, cards, hasRoomFor(cards));
  await (await expect(board.card(start.id)))();
}

/** Claims without replies, whose next sibling is right below: between the two there is room for another. */
function hasRoomFor(cards: readonly PlacedCard[]): (card: PlacedCard) => boolean {
  const parents = new Set(cards.map(({ parent }) => parent));
  const beside = new Map(cards.map((card) => [`${card.parent} ${card.x} ${card.y}`, card]));
  return ({ id, parent, x, y, height }) =>
    !parents.has(id) && beside.has(`${parent} ${x} ${y + height + MAP_GEOMETRY.siblingGap}`);
}

/** Turns the wheel so far that the claim nearest to the motion, of those that fit, comes into view. */
export async function bringNear(
  { page, cdp }: BoardPage,
  board: Board,
  cards: readonly PlacedCard[],
  fits: (card: PlacedCard) => boolean = () => true,
): Promise<PlacedCard> {
  const motion = cards.find(({ id }) => id === MOTION_ID);
  const start = claimsNearMotion(cards).find(fits);
  const shown = await page.locator(board.card(MOTION_ID)).boundingBox();
  if (!motion || !start || !shown) throw new Error('the motion is not in view');
  const zoom = shown.width / motion.width;
  const left = shown.x + (start.x - motion.x) * zoom;
  const top = shown.y + (start.y - motion.y) * zoom;
  await wheel(cdp, left - LEFT, top - TOP);
  return start;
}

/** Claims by their distance from the motion. */
export function claimsNearMotion(cards: readonly PlacedCard[]): PlacedCard[] {
  const motion = cards.find(({ id }) => id === MOTION_ID) ?? { x: 0, y: 0 };
  const distance = ({ x, y }: PlacedCard) => Math.hypot(x - motion.x, y - motion.y);
  return cards.filter(({ kind }) => kind === 'claim').sort((a, b) => distance(a) - distance(b));
}
