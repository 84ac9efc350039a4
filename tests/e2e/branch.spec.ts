import { expect, test, withServer } from './fixtures.ts';

withServer();

test('one looks at a branch alone, fits it, and comes back to the whole', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  const chip = page.getByText(/^Focused on “What a foreign supplier/);
  await ann.open(undefined, 'Map');
  await ann.walkToPosition('p_planners');
  await page.keyboard.press('ArrowRight');
  await expect(ann.card('c_cutoff-risk')).toBeFocused();

  await page.keyboard.press('f');
  await expect(chip).toBeVisible();
  await page.keyboard.press('0');
  await page.keyboard.press('Escape');
  await expect(chip).toBeHidden();
  await expect(ann.card('c_cutoff-risk')).toBeFocused();

  await page.keyboard.press('Enter');
  await ann.choose('Focus on this branch');
  await expect(chip).toBeVisible();
  await page.getByRole('button', { name: 'Show the whole debate again' }).click();
  await expect(chip).toBeHidden();
});

test('what is dimmed can still be read, in the light and in the dark', async ({ newPerson }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const ann = await newPerson('Ann', { colorScheme });
    const { page } = ann;
    await ann.open(undefined, 'Map');
    await ann.walkToPosition('p_planners');
    await page.keyboard.press('f');
    await expect(page.getByText('Focused on “Beijing planners”')).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await expect(ann.card('p_hawks')).toBeFocused();
    await page.keyboard.press('z');
    const dimmed = page.locator('[data-dimmed]');
    await expect(dimmed.first()).toBeVisible();
    const ratios = await dimmed.evaluateAll((cards) =>
      cards.flatMap((card) => {
        const light = (color: string) => {
          const [r, g, b] = (color.match(/[\d.]+/g) ?? []).map((part) => {
            const c = Number(part) / 255;
            return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0) + 0.05;
        };
        const ground = light(getComputedStyle(document.body).backgroundColor);
        return [...card.querySelectorAll('p, span')].map((text) => {
          const ink = light(getComputedStyle(text).color);
          return Math.max(ink, ground) / Math.min(ink, ground);
        });
      }),
    );
    expect(ratios.length).toBeGreaterThan(3);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
  }
});
