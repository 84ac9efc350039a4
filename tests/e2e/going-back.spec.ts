import { expect, test, withServer } from './fixtures.ts';

withServer();

test('Back leads to what was selected before, closes the panel, and only then leaves the board', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await page.goto('/');
  await ann.open();
  await ann.select('c_leverage-works');
  await expect(page).toHaveURL(/#c_leverage-works$/);
  await ann.select('c_cutoff-risk');
  await expect(page).toHaveURL(/#c_cutoff-risk$/);
  await page.goBack();
  await expect(ann.panel).toHaveAttribute('data-selected', 'c_leverage-works');
  await page.goBack();
  await expect(ann.panel).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${seeded}$`));
  await page.goForward();
  await expect(ann.panel).toHaveAttribute('data-selected', 'c_leverage-works');
  await page.goBack();
  await expect(ann.panel).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Debates' })).toBeVisible();
});

test('a closed panel stays closed: what was looked at in it is not on the way back', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await page.goto('/');
  await ann.open(`${seeded}#c_cutoff-risk`);
  await expect(ann.panel).toHaveAttribute('data-selected', 'c_cutoff-risk');
  await ann.select('c_leverage-works');
  await ann.select('p_planners');
  await ann.panel.getByRole('button', { name: 'Close panel' }).click();
  await expect(ann.panel).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${seeded}$`));
  await ann.select('c_leverage-works');
  await expect(page).toHaveURL(/#c_leverage-works$/);
  await page.keyboard.press('Escape');
  await expect(ann.panel).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${seeded}$`));
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Debates' })).toBeVisible();
});

test('on a phone Back closes what covers the debate, and no key or screen reader goes behind it', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = ann;
  await page.goto('/');
  await ann.open();
  const news = page.getByRole('complementary', { name: 'What’s new' });
  const menu = page.getByRole('banner').getByRole('button', { name: 'More' });
  const openNews = async () => {
    await menu.tap();
    await page.getByRole('menuitem', { name: /^What’s new/ }).tap();
    await expect(news).toBeVisible();
    await expect(page.getByRole('main')).toBeHidden();
  };
  await openNews();
  await page.goBack();
  await expect(news).toBeHidden();
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${seeded}$`));
  await openNews();
  await news.getByRole('button', { name: 'Close what’s new' }).tap();
  await expect(news).toBeHidden();
  await openNews();
  await page.reload();
  await ann.isLive();
  await expect(page.getByRole('main')).toBeVisible();
  await ann.select('c_leverage-works');
  await expect(page.getByRole('main')).toBeHidden();
  await page.goBack();
  await expect(ann.panel).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Debates' })).toBeVisible();
});

test('a link to a claim opens what hides it', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(undefined, 'Map');
  await expect(ann.card('c_cutoff-risk')).toHaveAttribute('aria-expanded', 'false');
  await page.evaluate(() => {
    window.location.hash = '#c_keep-the-rules';
  });
  await expect(ann.panel).toHaveAttribute('data-selected', 'c_keep-the-rules');
  await expect(ann.card('c_cutoff-risk')).toHaveAttribute('aria-expanded', 'true');
  await expect(ann.card('c_keep-the-rules')).toBeInViewport();
});
