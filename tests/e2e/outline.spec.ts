import { expect, type Locator, test, withServer } from './fixtures.ts';
import { settledBox } from './settled-box.ts';

withServer();

test('the keyboard folds, unfolds and moves lines, and says where they stand', { tag: '@quick' }, async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  const { keyboard } = page;
  await ann.open(seeded, 'Outline');
  await ann.join();
  const lines = page.getByRole('treeitem');
  const all = await lines.count();

  await test.step('folding', async () => {
    await ann.line('p_planners').focus();
    await keyboard.press('ArrowLeft');
    await expect(ann.line('p_planners')).toHaveAttribute('aria-expanded', 'false');
    await expect(ann.line('c_cutoff-risk')).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^\d+ more arguments$/ })).toBeVisible();
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await expect(ann.line('c_cutoff-risk')).toBeFocused();
    await keyboard.press(' ');
    await keyboard.press('*');
    await expect(ann.line('c_cutoff-risk')).toHaveAttribute('aria-expanded', 'true');
    await expect(lines).toHaveCount(all);
  });

  await test.step('folding all, and so many levels', async () => {
    await page.getByRole('button', { name: 'Fold all', exact: true }).click();
    await expect(lines).toHaveCount(3);
    await page.getByRole('button', { name: 'Show 1 level' }).click();
    await expect(page.locator('[aria-level="2"]').first()).toBeVisible();
    await expect(page.locator('[aria-level="3"]')).toHaveCount(0);
    await ann.show('Map');
    await ann.show('Outline');
    await expect(page.locator('[aria-level="3"]')).toHaveCount(0);
    await page.getByRole('button', { name: 'Unfold all' }).click();
    await expect(lines).toHaveCount(all);
  });

  await test.step('moving in and out', async () => {
    const second = page.locator('[id="p_planners"] > ul > li').nth(1);
    const id = (await second.getAttribute('id')) ?? '';
    const first = (await page.locator('[id="p_planners"] > ul > li').first().getAttribute('id')) ?? '';
    const moved = ann.line(id);
    await moved.focus();
    await keyboard.press('Alt+ArrowRight');
    await expect(page.getByText(/^Moved to \d+ of \d+ under “/)).toBeVisible();
    await expect(page.locator(`[id="${first}"] > ul > li`).last()).toHaveAttribute('id', id);
    await expect(moved).toBeFocused();
    await keyboard.press('Alt+ArrowLeft');
    await expect(second).toHaveAttribute('id', id);
    await expect(moved).toBeFocused();
    await keyboard.press('Alt+ArrowLeft');
    await expect(page.getByText('It’s directly under a position')).toBeVisible();
    await keyboard.press('Alt+ArrowUp');
    await expect(page.getByText(/^Moved to 1 of \d+ under “/)).toBeVisible();
    await expect(page.locator('[id="p_planners"] > ul > li').first()).toHaveAttribute('id', id);
    await expect(moved).toBeFocused();
    await ann.isSaved();
  });
});

test('each line states its level, its place and the number of its siblings; one is reached by Tab', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  await ann.open(seeded, 'Outline');
  const places = await ann.page.getByRole('treeitem').evaluateAll((items) =>
    items.map((item) => ({
      said: ['level', 'posinset', 'setsize'].map((name) => Number(item.getAttribute(`aria-${name}`))),
      is: [
        [...document.querySelectorAll('[role=treeitem]')].filter((other) => other.contains(item)).length,
        [...(item.parentElement?.children ?? [])].indexOf(item) + 1,
        item.parentElement?.childElementCount,
      ],
    })),
  );
  for (const { said, is } of places) expect(said).toEqual(is);
  await expect(ann.page.locator('[role=treeitem][tabindex="0"]')).toHaveCount(1);
});

test('a line that gets the focus is seen, also one with more under it than the screen holds', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(seeded, 'Outline');
  await ann.line('p_hawks').focus();
  await page.keyboard.press('End');
  await expect(page.locator('[data-item]:focus > [data-row]')).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press('Home');
  await expect(ann.line('p_hawks')).toBeFocused();
  await expect(ann.row('p_hawks')).toBeInViewport({ ratio: 0.9 });
});

test('the focus stays on its line when others move it, and goes up when they take it away', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const ben = await newPerson('Ben');
  await ann.open(seeded, 'Outline');
  await ben.open(seeded, 'Outline');
  await ben.join();
  const parent = ann.line('c_cutoff-risk');
  await ben.line('c_cutoff-risk').focus();
  await ben.page.keyboard.press('s');
  await ben.compose('A line that others move about.');
  const id = await ben.idOf('A line that others move about.');

  await ann.line(id).focus();
  await expect(ann.line(id)).toBeFocused();
  await settledBox(ann.row(id));
  const before = await scrolled(ann.board);
  await ben.line(id).focus();
  await ben.page.keyboard.press('Alt+ArrowLeft');
  await expect(ann.page.locator(`[id="p_planners"] > ul > [id="${id}"]`)).toHaveCount(1);
  await expect(ann.line(id)).toBeFocused();
  // Lines are no whole pixels tall.
  await expect.poll(async () => Math.abs((await scrolled(ann.board)) - before)).toBeLessThanOrEqual(1);

  await ben.page.keyboard.press('Alt+ArrowRight');
  await expect(parent.locator(`> ul > [id="${id}"]`)).toHaveCount(1);
  await expect(ann.line(id)).toBeFocused();
  await ben.page.keyboard.press('Delete');
  await expect(ann.line(id)).toHaveCount(0);
  await expect(parent).toBeFocused();
});

test('a link to a claim in a folded branch opens the way to it', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(seeded, 'Outline');
  const deep = page.locator('[aria-level="4"]').first();
  const id = (await deep.getAttribute('id')) ?? '';
  await page.getByRole('button', { name: 'Fold all', exact: true }).click();
  await expect(ann.line(id)).toHaveCount(0);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, id);
  await expect(ann.row(id)).toBeInViewport();
});

test('the page of a branch is the live board, its outline beginning there', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(`${seeded}/claims/c_leverage-works`, 'Outline');
  await expect(ann.panel).toHaveAttribute('data-selected', 'c_leverage-works');
  await expect(page.getByRole('treeitem').first()).toHaveAttribute('aria-level', '1');
  await expect(page.getByRole('treeitem').first()).toHaveAttribute('id', 'c_leverage-works');
  await ann.join();
  await ann.argue('Support', 'Added on the page of a branch.');
  await ann.isSaved();
  await expect(ann.claim('Added on the page of a branch.')).toBeVisible();
});

function scrolled(board: Locator): Promise<number> {
  return board.evaluate((main) => main.scrollTop);
}
