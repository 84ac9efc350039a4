import { expect, test, withServer } from './fixtures.ts';
import { isForThumbs } from './is-for-thumbs.ts';

withServer();

test('a branch can be viewed alone, fitted, and left for the whole', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  const chip = page.getByText(/^Focused on “What a foreign supplier/);
  await ann.open(undefined, 'Map');
  await ann.walkToPosition('p_planners');
  await page.keyboard.press('ArrowRight');
  await expect(ann.card('c_cutoff-risk')).toBeFocused();

  await page.keyboard.press('f');
  await expect(chip).toBeVisible();
  await page.keyboard.press('z');
  await page.keyboard.press('Escape');
  await expect(chip).toBeHidden();
  await expect(ann.card('c_cutoff-risk')).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(ann.card('c_cutoff-risk')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await ann.choose('Focus on this branch');
  await expect(chip).toBeVisible();
  await page.getByRole('button', { name: 'Show whole debate' }).click();
  await expect(chip).toBeHidden();

  await ann.card('c_cutoff-risk').focus();
  await page.keyboard.press('f');
  await expect(chip).toBeVisible();
  await page.keyboard.press('Home');
  await expect(chip).toBeHidden();
  await expect(ann.card('~motion')).toBeFocused();
  await expect(ann.card('c_cutoff-risk')).toHaveAttribute('aria-expanded', 'false');
});

test('dimmed content can still be read, in the light and the dark theme', async ({ newPerson }) => {
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
    const ratiosOf = () =>
      dimmed.evaluateAll((cards) =>
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
    await expect(async () => {
      const ratios = await ratiosOf();
      expect(ratios.length).toBeGreaterThan(3);
      expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
    }).toPass();
  }
});

test('in the outline a branch is shown alone, without a page load, and the map keeps it', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  const chip = page.getByText(/^Focused on “What a foreign supplier/);
  const way = page.getByRole('navigation', { name: 'Path to the motion' });
  const top = page.getByRole('tree').locator('> [data-item]');
  await ann.open(undefined, 'Outline');
  await page.evaluate(() => {
    document.documentElement.dataset.sameDocument = '';
  });
  const all = await page.getByRole('treeitem').count();

  await ann.line('c_cutoff-risk').focus();
  await page.keyboard.press('f');
  await expect(chip).toBeVisible();
  await expect(top).toHaveAttribute('id', 'c_cutoff-risk');
  await expect(top).toHaveAttribute('aria-level', '1');
  await expect(ann.line('c_cutoff-risk')).toBeFocused();
  await expect(page.locator('[role=treeitem][tabindex="0"]')).toHaveCount(1);

  await ann.show('Map');
  await expect(chip).toBeVisible();
  await ann.show('Outline');
  await expect(top).toHaveAttribute('id', 'c_cutoff-risk');

  await way.getByRole('link', { name: 'Beijing planners' }).click();
  await expect(page.getByText('Focused on “Beijing planners”')).toBeVisible();
  await expect(top).toHaveAttribute('id', 'p_planners');
  await expect(ann.line('c_cutoff-risk')).toBeVisible();
  await way.getByRole('link', { name: 'Whole debate' }).click();
  await expect(page.getByRole('treeitem')).toHaveCount(all);
  await expect(way).toBeHidden();

  await ann.select('c_cutoff-risk');
  await ann.choose('Focus on this branch');
  await expect(top).toHaveAttribute('id', 'c_cutoff-risk');
  await page.getByRole('button', { name: 'Show whole debate' }).click();
  await expect(chip).toBeHidden();
  await expect(ann.row('c_cutoff-risk')).toBeInViewport();
  await expect(page.locator('html[data-same-document]')).toHaveCount(1);
});

test('others’ changes appear in a branch viewed alone; going elsewhere ends it', async ({ newPerson }) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(undefined, 'Outline'), ben.open()]);
  await ben.join();
  const { page } = ann;
  await ann.line('c_cutoff-risk').focus();
  await page.keyboard.press('f');
  await ben.select('c_cutoff-risk');
  await ben.argue('Support', 'Said in the branch Ann reads.');
  await expect(ann.claim('Said in the branch Ann reads.')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('leverage');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-found="at"]')).toBeInViewport();
  await expect(ann.line('p_hawks')).toBeVisible();
  await expect(page.getByText(/^Focused on/)).toBeHidden();
});

test('on a phone a branch is focused from the menu, which leaves the sheet for it', async ({ newPerson }) => {
  const ann = await newPerson('Ann', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = ann;
  await ann.open();
  await page.locator('[id="c_cutoff-risk-text"]').tap();
  await ann.choose('Focus on this branch');
  await expect(ann.panel).toBeHidden();
  await expect(page.getByRole('tree').locator('> [data-item]')).toHaveAttribute('id', 'c_cutoff-risk');
  const chip = page.getByText(/^Focused on “What a foreign/);
  await expect(chip).toBeInViewport();
  const end = page.getByRole('button', { name: 'Show whole debate' });
  await isForThumbs(end);
  await end.tap();
  await expect(chip).toBeHidden();
  await expect(ann.row('c_cutoff-risk')).toBeInViewport();
});

for (const view of ['Map', 'Outline'] as const) {
  test(`a branch viewed alone is retracted: its parent is shown, with the focus: ${view}`, async ({
    newPerson,
  }) => {
    const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
    await Promise.all([ann.open(undefined, view), ben.open()]);
    await ben.join();
    await ben.select('c_cutoff-risk');
    await ben.argue('Support', 'A branch of one claim.');
    await ben.isSaved();
    const id = await ben.idOf('A branch of one claim.');
    const item = (of: string) => (view === 'Map' ? ann.card(of) : ann.line(of));
    await ann.page.goto(`${new URL(ann.page.url()).pathname}#${id}`);
    await expect(ann.panel).toHaveAttribute('data-selected', id);
    await item(id).focus();
    await ann.page.keyboard.press('f');
    await expect(ann.page.getByText('Focused on “A branch of one claim.”')).toBeVisible();
    await ann.page.keyboard.press('Escape');
    await ben.select(id);
    await ben.choose('Retract');
    await expect(ann.page.getByText(/^Focused on “What a foreign supplier/)).toBeVisible();
    await expect(item('c_cutoff-risk')).toBeFocused();
  });
}
