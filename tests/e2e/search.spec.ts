import { expect, test, withServer } from './fixtures.ts';
import { isForThumbs } from './is-for-thumbs.ts';
import type { Person } from './person.ts';

withServer();

const bar = ({ page }: Person) => page.getByRole('search', { name: 'Search this debate' });
const said = (person: Person) => bar(person).getByRole('status');

for (const view of ['Map', 'Outline'] as const) {
  test(`the keyboard finds words and walks what is found: ${view}`, {
    tag: view === 'Map' ? '@quick' : [],
  }, async ({ newPerson }) => {
    const ann = await newPerson('Ann');
    const { page } = ann;
    const { keyboard } = page;
    await ann.open(undefined, view);
    const item = (id: string) => (view === 'Map' ? ann.card(id) : ann.line(id));
    if (view === 'Map') await ann.walkToPosition('p_planners');
    else await item('p_planners').focus();

    await keyboard.press('/');
    await expect(bar(ann).getByRole('searchbox')).toBeFocused();
    await keyboard.type('TARIFFS');
    await expect(said(ann)).toHaveText(/^\d+ found$/);
    const count = Number((await said(ann).textContent())?.split(' ')[0]);
    expect(count).toBeGreaterThan(1);

    await keyboard.press('Enter');
    await expect(said(ann)).toHaveText(new RegExp(`^1 of ${count}: `));
    await keyboard.press('Enter');
    await expect(said(ann)).toHaveText(new RegExp(`^2 of ${count}: `));
    const second = ((await said(ann).textContent()) ?? '').replace(/^[^:]*: /, '').slice(0, 40);
    await expect(page.getByRole('tree').getByText(second).first()).toBeInViewport();
    await keyboard.press('Shift+Enter');
    await keyboard.press('Shift+Enter');
    await expect(said(ann)).toHaveText(new RegExp(`^${count} of ${count}: `));
    await bar(ann).getByRole('button', { name: /^Next/ }).click();
    await expect(said(ann)).toHaveText(new RegExp(`^1 of ${count}: `));

    await bar(ann).getByRole('searchbox').fill('no such words here');
    await expect(bar(ann).getByText(/^Nothing found\. Try/)).toBeVisible();
    await bar(ann).getByRole('searchbox').press('Escape');
    await expect(bar(ann)).toBeHidden();
    await expect(item('p_planners')).toBeFocused();
  });
}

test('a hit under a closed claim is shown, and can be opened from the search', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(undefined, 'Map');
  await expect(ann.card('c_cutoff-risk')).toHaveAttribute('aria-expanded', 'false');
  const hidden = 'c_nobody-makes-everything';

  await page.getByRole('button', { name: 'Search', exact: true }).click();
  // Other forms of its words, and a mistyped one, find it as well.
  for (const words of [
    'advanced economies make everything',
    'advanced econmy makes everything',
    'advanced economy makes everything',
  ]) {
    await bar(ann).getByRole('searchbox').fill(words);
    await expect(said(ann)).toHaveText('1 found');
    await bar(ann).getByRole('searchbox').fill('');
    await expect(said(ann)).toHaveText('');
  }
  await bar(ann).getByRole('searchbox').fill('advanced economy makes everything');
  await expect(said(ann)).toHaveText('1 found');
  await page.keyboard.press('Enter');
  await expect(ann.card(hidden)).toBeInViewport();
  await page.keyboard.press('Control+Enter');
  await expect(bar(ann)).toBeHidden();
  await expect(ann.panel).toHaveAttribute('data-selected', hidden);
  await expect(ann.card(hidden)).toBeFocused();
});

test('others’ new text is found during a search, and the place is kept', async ({ newPerson }) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(), ben.open()]);
  await ben.join();
  await ann.page.getByRole('button', { name: 'Search', exact: true }).click();
  await bar(ann).getByRole('searchbox').fill('pangolin');
  await expect(said(ann)).toHaveText('Nothing found');
  await ben.select('c_leverage-works');
  await ben.argue('Support', 'A PANGOLÍN has scales.');
  await expect(said(ann)).toHaveText('1 found');
  await ann.page.keyboard.press('Enter');
  await expect(said(ann)).toHaveText('1 of 1: A PANGOLÍN has scales.');
  await ben.argue('Attack', 'No pangolin trades in chips.');
  await expect(said(ann)).toHaveText('1 of 2: A PANGOLÍN has scales.');
});

test('the search continues from its place when someone else retracts that hit', async ({ newPerson }) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(), ben.open()]);
  await ben.join();
  for (const number of ['one', 'two', 'three', 'four']) {
    await ben.select('c_leverage-works');
    await ben.argue('Support', `A zebra, number ${number}.`);
    await ben.isSaved();
  }
  await ann.page.keyboard.press('/');
  await ann.page.keyboard.type('zebra');
  await expect(said(ann)).toHaveText('4 found');
  await ann.page.keyboard.press('Enter');
  await ann.page.keyboard.press('Enter');
  await expect(said(ann)).toContainText('2 of 4: A zebra, number two.');

  await ben.select(await ben.idOf('A zebra, number two.'));
  await ben.choose('Retract');
  await ben.isSaved();
  await expect(said(ann)).toHaveText('3 found');
  await ann.page.keyboard.press('Enter');
  await expect(said(ann)).toContainText('2 of 3: A zebra, number three.');
});

test('search works with a thumb on a phone', async ({ newPerson }) => {
  const ann = await newPerson('Ann', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = ann;
  await ann.open();
  await page.getByRole('button', { name: 'Search', exact: true }).tap();
  await bar(ann).getByRole('searchbox').fill('tariffs');
  const next = bar(ann).getByRole('button', { name: /^Next/ });
  await next.tap();
  await expect(said(ann)).toHaveText(/^1 of/);
  await next.tap();
  await expect(said(ann)).toHaveText(/^2 of/);
  await isForThumbs(next);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await bar(ann).getByRole('button', { name: /^End/ }).tap();
  await expect(bar(ann)).toBeHidden();
});

test('no letter typed right after the slash is lost while the rest of the search is fetched', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const html = await (await page.request.get(seeded)).text();
  await page.route(/\.js$/, async (route) => {
    // Parts that are not in the first load are fetched on demand.
    if (!html.includes(new URL(route.request().url()).pathname)) await held;
    await route.continue();
  });
  await page.addInitScript(() => sessionStorage.setItem('parley:view', 'outline'));
  await ann.open();
  await ann.line('p_planners').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('a supplier');
  const field = bar(ann).getByRole('searchbox');
  await expect(field).toHaveValue('a supplier');
  await expect(said(ann)).toHaveCount(0);
  await field.press('ArrowLeft');
  letGo();
  await expect(said(ann)).toHaveText(/^\d+ found$/);
  await page.keyboard.type('i');
  await expect(field).toHaveValue('a supplieir');
  await expect(ann.panel).toBeHidden();
});
