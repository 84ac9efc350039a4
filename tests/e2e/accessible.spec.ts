import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { joinedWords } from './joined-words.ts';
import { shownText } from './shown-text.ts';
import { openSettings } from './start-debate.ts';

withServer();

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page before the board stands in anyone’s way, ${colorScheme}`, {
    tag: colorScheme === 'dark' ? '@quick' : [],
  }, async ({ newPerson }) => {
    const { page, watch } = await newPerson('Ann', { colorScheme });
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Debates' })).toBeVisible();
    await isAccessible(page, 'the first page', colorScheme);
    expect(await joinedWords(page), 'on the first page').toEqual([]);

    await page.goto('/new');
    await expect(page.getByRole('button', { name: 'Start debate' })).toBeVisible();
    await openSettings(page);
    await page.getByTitle('Color').first().click();
    await isAccessible(page, 'a new debate', colorScheme);

    watch.expectError(/status of 404/);
    await page.goto('/debates/nowhere');
    await expect(page.getByRole('heading', { name: 'This page is private or doesn’t exist' })).toBeVisible();
    await isAccessible(page, 'a debate that is not there', colorScheme);
    expect(await shownText(page.locator('body'))).toMatchSnapshot('not-found.txt');
  });

  test(`nothing in the outline stands in anyone’s way, ${colorScheme}`, async ({ newPerson, seeded }) => {
    // Every rule over every line of a whole debate.
    test.slow();
    const ann = await newPerson('Ann', { colorScheme });
    const { page } = ann;
    await ann.open(seeded, 'Outline');
    await page.getByRole('banner').getByRole('button', { name: 'Join the debate' }).click();
    await expect(page.getByRole('dialog', { name: 'Join the debate' })).toBeVisible();
    await isAccessible(page, 'the question for a name', colorScheme);
    await ann.giveName();

    await ann.select('c_leverage-works');
    await ann.vote('Agree');
    await ann.panel.getByRole('button', { name: /Attack$/ }).click();
    await expect(page.getByRole('form', { name: /^New attack/ })).toBeVisible();
    await isAccessible(page, 'the outline with its panel and a composer', colorScheme);
    expect(await joinedWords(page), 'in the outline').toEqual([]);
  });

  test(`nothing on the map stands in anyone’s way, ${colorScheme}`, async ({ newPerson, seeded }) => {
    const ann = await newPerson('Ann', { colorScheme });
    const { page } = ann;
    await ann.open(`${seeded}#c_leverage-works`, 'Map');
    await ann.join();
    await expect(page.getByRole('treeitem').nth(2)).toBeVisible();
    await isAccessible(page, 'the map with its panel', colorScheme);
    expect(await joinedWords(page), 'on the map').toEqual([]);
    await ann.choose('Move…');
    await expect(page.getByRole('dialog', { name: 'Move claim' })).toBeVisible();
    await isAccessible(page, 'the choice of a place', colorScheme);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close panel' }).click();
    await expect(ann.panel).toBeHidden();
    await page.getByRole('button', { name: 'Overview' }).click();
    await expect(page.getByRole('region', { name: 'Overview of the debate' })).toBeFocused();
    await isAccessible(page, 'the overview', colorScheme);
    await page.getByRole('button', { name: 'Reset view' }).click();
    await expect(ann.card('~motion')).toBeFocused();
    await isAccessible(page, 'the front', colorScheme);
  });
}
