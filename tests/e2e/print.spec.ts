import { madeInChina2025 } from '../../prisma/seed/made-in-china-2025/debate.ts';
import { expect, test, withServer } from './fixtures.ts';
import { shownText } from './shown-text.ts';

withServer();

/** Lines of the article on its first page, about. */
const FIRST_PAGE = 60;

for (const view of ['Map', 'Outline'] as const) {
  test(`printing gives an article, from the ${view.toLowerCase()}, black on white`, async ({
    newPerson,
    seeded,
  }) => {
    const ann = await newPerson('Ann', { colorScheme: 'dark' });
    const { page } = ann;
    await ann.open(seeded, view);
    await expect(ann.board).toHaveAttribute('data-whole', '');
    await page.emulateMedia({ media: 'print' });
    const article = page.getByRole('article');
    await expect(article).toBeVisible();
    await expect(ann.board).toBeHidden();
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(article.getByRole('heading', { level: 1 })).toHaveText(madeInChina2025.motion);
    for (const [at, { name }] of madeInChina2025.positions.entries()) {
      await expect(article.getByRole('heading', { level: 2, name: `${at + 1} ${name}` })).toBeVisible();
    }
    const first = article.getByRole('listitem').first();
    await expect(first).toContainText('1.1 supports');
    await expect(first).toContainText(/\d+ agree, \d+ disagree/);
    await expect(article.getByText(/see \d+(\.\d+)+/).first()).toBeVisible();
    await expect(article.getByRole('heading', { level: 2, name: 'Sources' })).toBeVisible();
    await expect(article.getByText(`${ann.page.url()}, `, { exact: false })).toBeVisible();
    const lines = (await shownText(article)).split('\n');
    expect(lines.slice(0, FIRST_PAGE).join('\n')).toMatchSnapshot('print.txt');
    await expect(article).toHaveCSS('color', 'rgb(0, 0, 0)');
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');

    await page.emulateMedia({ media: 'screen' });
    await expect(page.getByRole('article')).toHaveCount(0);
    await expect(ann.board).toBeVisible();
  });
}

test('folded claims are printed too', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(seeded, 'Outline');
  await expect(ann.board).toHaveAttribute('data-whole', '');
  const lines = await page.getByRole('treeitem').count();
  await page.getByRole('button', { name: 'Fold all', exact: true }).click();
  await expect(page.getByRole('treeitem')).toHaveCount(madeInChina2025.positions.length);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article').getByText(/^\d+(\.\d+)+ (supports|attacks|undercuts)/)).toHaveCount(
    lines - madeInChina2025.positions.length,
  );
});

test('a printout is made at once, on paper that is not empty', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  await ann.open(seeded, 'Map');
  await expect(ann.board).toHaveAttribute('data-whole', '');
  const pdf = await ann.page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(4);
  expect(pages).toBeLessThanOrEqual(12);
});

test('two perspectives are printed in three columns, without controls, in black', async ({
  newPerson,
  seeded,
}) => {
  const { page } = await newPerson('Ann', { colorScheme: 'dark' });
  await page.goto(`${seeded}/perspectives?of=everyone&beside=everyone`);
  const lines = page.locator('[data-list="tree"] [data-claim]');
  await expect(lines.first()).toBeVisible();
  const onScreen = await lines.count();
  // The room that A4 leaves between its margins.
  await page.setViewportSize({ width: 672, height: 950 });
  await page.emulateMedia({ media: 'print' });
  for (const role of ['combobox', 'button', 'link'] as const)
    await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText('Everyone and Everyone', { exact: true })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Claim', exact: true })).toBeVisible();
  await expect(lines).toHaveCount(onScreen);
  const cells = await lines.first().locator('th, td').all();
  const boxes = await Promise.all(cells.map((cell) => cell.boundingBox()));
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  expect(boxes.every((box) => box !== null && box.x + box.width <= 672)).toBe(true);
  await expect(page.getByRole('main')).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  // No claim is left out of the comparison: neither a sentence says how many are, nor the name of a message in its place.
  await expect(page.getByText(/n’t compared|perspectives\./)).toHaveCount(0);
});
