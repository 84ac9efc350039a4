import type { Locator } from '@playwright/test';
import { expect, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';

withServer();

const SOURCES = { name: 'Sources of this debate' };

for (const view of ['Map', 'Outline'] as const) {
  test(`the claim being answered is retracted: the words stay, and no letter is a command: ${view}`, async ({
    newPerson,
  }) => {
    const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
    await Promise.all([ann.open(undefined, view), ben.open()]);
    await ann.join();
    await ben.join();
    await ben.select('c_leverage-works');
    await ben.argue('Support', 'Ports matter more than chips.');
    const id = await ben.idOf('Ports matter more than chips.');
    await isInStep(ann, ben);

    const item = view === 'Map' ? ann.card(id) : ann.line(id);
    if (view === 'Map') await opens(ann, id);
    await item.focus();
    await ann.page.keyboard.press('s');
    const field = ann.page
      .getByRole('form', { name: /^New support/ })
      .getByRole('textbox')
      .first();
    await expect(field).toBeFocused();
    await ann.page.keyboard.type('It is so ');
    await ben.select(id);
    await ben.choose('Retract');
    await item.waitFor({ state: 'detached' });
    await ann.page.keyboard.type('because box after box');
    await expect(field).toBeFocused();
    await expect(field).toHaveText('It is so because box after box');
    await isStill(ann, view);
  });

  test(`the claim being reworded is retracted: the rest of the sentence is no command: ${view}`, async ({
    newPerson,
  }) => {
    const ann = await newPerson('Ann');
    await ann.open(undefined, view);
    await ann.join();
    const there = await ann.inAnotherTab();
    await there.open();
    await there.select('c_leverage-works');
    await there.argue('Support', 'Ships carry all of it.');
    const id = await there.idOf('Ships carry all of it.');
    await isInStep(ann, there);

    const item = view === 'Map' ? ann.card(id) : ann.line(id);
    await opens(ann, id);
    await item.focus();
    await ann.page.keyboard.press('e');
    await expect(item.getByRole('textbox')).toBeFocused();
    await ann.page.keyboard.type(' and ');
    await ann.isSaved();
    await there.select(id);
    await Promise.all([there.choose('Retract'), writesOn(ann, item)]);
    await ann.page.keyboard.type('box after box, soon');
    await isStill(ann, view);
    await expect(ann.page.getByRole('form', { name: /^New/ })).toHaveCount(0);
  });
}

/** Opens a claim in the panel by its address. */
async function opens({ page, panel }: Person, id: string): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}#${id}`);
  await expect(panel).toHaveAttribute('data-selected', id);
}

/** One has what the other has. */
async function isInStep(one: Person, other: Person): Promise<void> {
  await other.isSaved();
  await expect(one.board).toHaveAttribute('data-seq', (await other.board.getAttribute('data-seq')) ?? '');
}

/** Types at a writer's pace until an item is gone: one who pauses would notice that. */
async function writesOn({ page }: Person, item: Locator): Promise<void> {
  while ((await item.count()) > 0) await page.keyboard.press('b', { delay: 200 });
}

/** No letter has opened, turned or chosen anything. */
async function isStill(person: Person, view: 'Map' | 'Outline'): Promise<void> {
  await expect(person.board).toHaveAttribute('data-view', view.toLowerCase());
  await expect(person.page.getByRole('banner').getByRole('button', { name: 'Sources' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await expect(person.page.getByRole('complementary', SOURCES)).toBeHidden();
  await expect(person.page.getByText(/^Focused on/)).toBeHidden();
  await expect(person.page.getByRole('group', { name: 'Selected claims' })).toBeHidden();
}

test('the map takes the focus from nothing that was opened since', async ({ newPerson }) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(undefined, 'Map'), ben.open()]);
  await ben.join();
  const { keyboard } = ann.page;
  await ann.card('~motion').focus();
  await keyboard.press('Home');
  await keyboard.press('Home');
  await keyboard.press('/');
  const search = ann.page.getByRole('searchbox');
  await expect(search).toBeFocused();
  await ben.select('c_leverage-works');
  await ben.argue('Support', 'A new claim draws the map anew.');
  await ben.isSaved();
  await expect(ann.board).toHaveAttribute('data-seq', (await ben.board.getAttribute('data-seq')) ?? '');
  await expect(search).toBeFocused();
});

test('a claim says how many replies it has; keys open and close it, and lead back to the front', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann');
  await ann.open(undefined, 'Map');
  const { keyboard } = ann.page;
  await ann.walkToPosition('p_hawks');
  await keyboard.press('ArrowRight');
  const card = ann.card('c_already-giant');
  await expect(card).toBeFocused();
  await expect(card).toContainText('7 below');
  await expect(card).toHaveAttribute('aria-expanded', 'false');

  await keyboard.press('ArrowRight');
  await expect(card).toHaveAttribute('aria-expanded', 'true');
  await keyboard.press('ArrowRight');
  await expect(ann.card('c_consumer-scale')).toBeFocused();
  await keyboard.press('Escape');
  await expect(card).toBeFocused();
  await expect(card).toHaveAttribute('aria-expanded', 'false');
  await expect(ann.card('c_consumer-scale')).toHaveCount(0);

  await keyboard.press('Space');
  await expect(ann.card('c_consumer-scale')).toBeVisible();
  await keyboard.press('Home');
  await expect(ann.card('~motion')).toBeFocused();
  await expect(ann.card('c_consumer-scale')).toHaveCount(0);

  await keyboard.press('m');
  const overview = ann.page.getByRole('region', { name: 'Overview of the debate' });
  await expect(overview).toBeFocused();
  await overview.getByRole('button', { name: /^China comes to the plan/ }).click();
  await expect(overview).toBeHidden();
  await expect(card).toBeFocused();
  await expect(ann.card('c_consumer-scale')).toBeVisible();
});

test('an address that is no code for anything opens the debate', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  await ann.open(`${seeded}#100%`);
  await expect(ann.line('p_hawks')).toBeVisible();
  expect(ann.watch.problems).toEqual([]);
});

test('letters typed before a field that was asked for has the focus are in it, and no commands', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann');
  await ann.open(undefined, 'Map');
  await ann.join();
  const id = 'c_leverage-works';
  await opens(ann, id);
  await ann.card(id).focus();
  // All in one task: no field can be there yet.
  await ann.card(id).evaluate((card) => {
    for (const key of 'clol mop')
      card.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  const comment = ann.panel.getByRole('textbox', { name: 'New comment' });
  await expect(comment).toBeFocused();
  await expect(comment).toHaveValue('lol mop');
  await isStill(ann, 'Map');
  await ann.page.keyboard.press('Escape');

  await ann.card(id).focus();
  await expect(ann.card(id)).toBeFocused();
  await ann.page.keyboard.type('slol mop');
  const field = ann.page
    .getByRole('form', { name: /^New support/ })
    .getByRole('textbox')
    .first();
  await expect(field).toBeFocused();
  await expect(field).toHaveText('lol mop');
  await isStill(ann, 'Map');
});
