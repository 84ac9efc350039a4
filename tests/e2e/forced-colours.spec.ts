import { expect, test, withServer } from './fixtures.ts';
import { startDebate } from './start-debate.ts';

withServer();

test('forced colours show pressed buttons, and the map is drawn in them', {
  tag: '@quick',
}, async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann', { forcedColors: 'active', colorScheme: 'dark' });
  const { page } = ann;
  await ann.open(seeded, 'Map');
  const [map, outline] = ['Map', 'Outline'].map((name) =>
    page.getByRole('banner').getByRole('button', { name, exact: true }),
  );
  const ground = (button = map) => button?.evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect.poll(async () => (await ground(map)) !== (await ground(outline))).toBe(true);

  const canvas = page.locator('main#debate canvas').first();
  await expect
    .poll(() =>
      canvas.evaluate((drawn: HTMLCanvasElement) => {
        const { data } = drawn.getContext('2d')?.getImageData(0, 0, drawn.width, drawn.height) ?? {
          data: [],
        };
        const pixels = new Map<string, number>();
        for (let at = 0; at < data.length; at += 4)
          if (data[at + 3] === 255) {
            const colour = `${data[at]}, ${data[at + 1]}, ${data[at + 2]}`;
            pixels.set(colour, (pixels.get(colour) ?? 0) + 1);
          }
        return [...pixels].sort((a, b) => b[1] - a[1])[0]?.[0];
      }),
    )
    // The canvas draws links, in the colour of text.
    .toBe('255, 255, 255');
});

test('forced colours show the selected tab and the highlighted command', async ({ newPerson }) => {
  const olga = await newPerson('Olga', {
    viewport: { width: 1680, height: 900 },
    forcedColors: 'active',
    colorScheme: 'dark',
  });
  const { page } = olga;
  await startDebate(olga, 'Towns should close their centres to cars.');
  await page.getByRole('button', { name: 'Facilitate' }).click();
  const tabs = page.getByRole('complementary', { name: 'Facilitate' });
  const ground = (selected: boolean) =>
    tabs
      .getByRole('tab', { selected })
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect.poll(async () => (await ground(true)) !== (await ground(false))).toBe(true);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { selected: true })).toHaveCSS('outline-style', 'solid');
});
