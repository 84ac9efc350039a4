import { expect, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

test('what others add is new until one opens it, on the next visit too', async ({ newPerson }) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(), ben.open()]);
  await ann.join();
  await ben.join();
  await ben.select('c_leverage-works');
  const sign = (text: string) => ann.claim(text).first().locator('[data-sign="new"]');

  await ben.argue('Support', 'Nobody else could deliver in time.');
  await expect(sign('Nobody else could deliver')).toBeVisible();
  await expect(ben.page.locator('[data-sign="new"]')).toHaveCount(0);
  await ann.select(await ann.idOf('Nobody else could deliver in time.'));
  await expect(sign('Nobody else could deliver')).toHaveCount(0);

  await ben.argue('Support', 'The spare parts ran out in June.');
  await expect(sign('The spare parts')).toBeVisible();
  await ann.page.goto('/');
  await ben.argue('Support', 'A fourth reason came overnight.');
  await ben.isSaved();
  await ann.open();
  await expect(sign('A fourth reason')).toBeVisible();
  await expect(sign('The spare parts')).toBeVisible();
  await expect(sign('Nobody else could deliver')).toHaveCount(0);
});

test('a contested claim says so, in the outline and on the map', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  await ann.open();
  await expect(ann.row('c_already-giant')).toContainText('contested');
  await expect(ann.row('c_cutoff-risk')).not.toContainText('contested');
  await ann.show('Map');
  await ann.walkToPosition('p_hawks');
  await ann.page.keyboard.press('ArrowRight');
  await expect(ann.card('c_already-giant')).toContainText('contested');
  await expect(ann.card('c_already-giant')).toHaveAttribute('aria-label', /\(contested\)$/);
});

test('from afar a contested mark is split, a locked one stands on a bar, a new one has a dot, and letters say who else holds it', async ({
  newPerson,
  seeded,
}) => {
  const [olga, ben] = [await newPerson('Olga'), await newPerson('Ben')];
  await olga.open(seeded, 'Map');
  await fromAfar(olga);
  const { paper, ink } = await colours(olga);
  await expect.poll(() => markAt(olga, 'c_already-giant', middle, 3)).toContain(paper);
  await expect.poll(() => markAt(olga, 'c_cutoff-risk', middle, 3)).not.toContain(paper);
  await expect
    .poll(async () => (await markAt(olga, 'c_view-from-beijing', letters, 8)).length)
    .toBeGreaterThan(1);
  await expect.poll(() => markAt(olga, 'c_cutoff-risk', letters, 8)).toHaveLength(1);

  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'The air is better.');
  await ben.isSaved();
  const id = await ben.idOf('The air is better.');
  await expect(olga.claim('The air is better.')).toBeVisible();
  await olga.show('Map');
  await fromAfar(olga);
  await olga.walkToPosition('p_position1');
  await olga.page.keyboard.press('ArrowRight');
  // Once it has a box: `markAt` goes to it by its address otherwise, and what one opened is new no more.
  await expect(olga.card(id)).toBeVisible();
  await expect.poll(() => markAt(olga, id, corner)).toEqual([ink]);
  await expect.poll(() => markAt(olga, id, foot, 3)).not.toContain(ink);

  await olga.page.keyboard.press('Enter');
  await olga.choose('Lock its wording and place');
  await olga.isSaved();
  await expect.poll(() => markAt(olga, id, corner)).not.toEqual([ink]);
  await expect.poll(() => markAt(olga, id, foot, 3)).toContain(ink);
});

/** Places on a mark, from its upper left corner, where it is so wide and so high. */
type Place = (width: number, height: number) => readonly [x: number, y: number];
const middle: Place = (width, height) => [width / 2 - 1.5, height / 2];
const corner: Place = (width) => [width, 0];
const foot: Place = (width, height) => [width / 2, height - 3];
const letters: Place = (_, height) => [4, height / 2 - 4];

async function fromAfar({ page }: Person): Promise<void> {
  const map = page.getByRole('region', { name: 'Argument map' });
  await expect(async () => {
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await expect(map).toHaveAttribute('data-level', 'marks', { timeout: 500 });
  }).toPass();
}

/** The colours in a square of so many pixels somewhere on a claim's mark, as it is drawn. */
async function markAt(who: Person, id: string, place: Place, size = 1): Promise<string[]> {
  const { page } = who;
  await page.evaluate((claim) => {
    if (!document.querySelector(`[data-box="${claim}"]`)) window.location.hash = claim;
  }, id);
  const box = await who.card(id).boundingBox();
  if (box === null) throw new Error(`There is no card of ${id}`);
  const [x, y] = place(box.width, box.height);
  const canvas = page.getByRole('region', { name: 'Argument map' }).locator('canvas').first();
  return canvas.evaluate(
    (drawn: HTMLCanvasElement, at) => {
      const { left, top } = drawn.getBoundingClientRect();
      const pixels = drawn.getContext('2d')?.getImageData(at.x - left, at.y - top, at.size, at.size);
      const colours = new Set<string>();
      for (let from = 0; pixels && from < pixels.data.length; from += 4)
        colours.add(`rgb(${pixels.data.slice(from, from + 3).join(', ')})`);
      return [...colours];
    },
    { x: box.x + x, y: box.y + y, size },
  );
}

/** What the page is written on, and with. */
function colours({ page }: Person): Promise<{ paper: string; ink: string }> {
  return page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    return { paper: backgroundColor, ink: color };
  });
}
