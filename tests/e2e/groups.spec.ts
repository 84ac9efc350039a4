import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Towns should close their centres to cars.';

/** The console of who runs the debate, at one of its sections. */
async function run({ page }: Person, section: string): Promise<Locator> {
  const console = page.getByRole('complementary', { name: 'Facilitate' });
  if (!(await console.isVisible())) await page.getByRole('button', { name: 'Facilitate' }).click();
  await console.getByRole('tab', { name: section }).click();
  return console;
}

/** Writes a claim under the first position. */
async function writes(person: Person, text: string): Promise<void> {
  const position = await person.page.locator('[data-item="position"]').first().getAttribute('id');
  await person.select(position ?? '');
  await person.argue('Support', text);
  await person.isSaved();
  await expect(person.claim(text).first()).toBeVisible();
}

/** Goes to one's group, by the line over the board. */
async function goes(person: Person): Promise<void> {
  await person.page.getByRole('link', { name: 'Go to your group' }).click();
  await expect(person.page.getByText(/^Small group: /)).toBeVisible();
  await person.isLive();
  await person.show('Outline');
}

test('a facilitator draws two groups, sees both work, brings a claim back with its author, and reads the record', {
  tag: '@quick',
}, async ({ newPerson }) => {
  test.slow();
  const olga = await newPerson('Olga', { viewport: { width: 1680, height: 900 } });
  const people = await Promise.all(['Ann', 'Ben', 'Cleo', 'Dan'].map((name) => newPerson(name)));
  const address = await startDebate(olga, MOTION);
  for (const person of people) {
    await person.open(address);
    await person.join();
  }

  const meetings = await run(olga, 'Meetings');
  await meetings.getByRole('button', { name: 'Start meeting' }).click();
  await expect(meetings.getByRole('status')).toContainText('Meeting 1 has been running');
  const { groups, cards } = await formsGroups(olga);
  await goIntoGroups(people, cards);

  const isIn = async (card: Locator, { name }: Person) =>
    (await card.getByRole('combobox', { name: `${name}’s group` }).count()) > 0;
  const drawn = await Promise.all(people.map((person) => isIn(cards.first(), person)));
  const one = people.find((_, index) => drawn[index]);
  const other = people.find((_, index) => !drawn[index]);
  if (!one || !other) throw new Error('Nobody was drawn');
  await writes(one, 'Shops lose those who come from far away');
  await writes(other, 'The air is better for everybody');
  await expect(cards.first()).toContainText('Shops lose those who come from far away');
  await expect(cards.last()).toContainText('The air is better for everybody');
  await expect(one.claim('The air is better for everybody')).toHaveCount(0);
  await isAccessible(olga.page, 'groups', 'light');
  await promotes(olga, one, groups, cards);
  await visitsAndPromotes(olga, cards);

  const again = await run(olga, 'Groups');
  await again.getByRole('button', { name: 'End all groups' }).click();
  await expect(one.page.getByText('This small group has ended').first()).toBeVisible();
  await one.page.getByRole('link', { name: 'Back to main debate' }).click();
  await one.isLive();
  await expect(one.page.getByText('Your group')).toHaveCount(0);
  await readsRecord({ olga, one, other });
});

async function formsGroups(olga: Person) {
  const groups = await run(olga, 'Groups');
  await groups.getByRole('button', { name: 'Form groups' }).click();
  await expect(groups.getByRole('radio', { name: 'People here now (4)' })).toBeChecked();
  await groups.getByLabel('Instructions').fill('Find the best objection.');
  await groups.getByLabel('Minutes').fill('10');
  await groups.getByRole('button', { name: 'Assign people' }).click();
  await expect(groups.getByRole('status')).toContainText('4 people assigned to 2 groups');
  await groups.getByLabel('Name of group 1').fill('Sceptics');
  await isAccessible(olga.page, 'drawn groups', 'light');
  await groups.getByRole('button', { name: 'Start groups' }).click();
  const cards = groups.getByRole('list', { name: 'Groups' }).locator('> li');
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText('0 of 2 here');
  return { groups, cards };
}

async function goIntoGroups(people: Person[], cards: Locator): Promise<void> {
  // The way there is over the board of the smallest phone too, and takes no room from it.
  const [{ page: theirs }] = people as [Person];
  await theirs.setViewportSize({ width: 360, height: 640 });
  await expect(theirs.getByRole('link', { name: 'Go to your group' })).toBeInViewport({ ratio: 1 });
  await expect
    .poll(() => theirs.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(360);
  await expect
    .poll(() => theirs.locator('main#debate').evaluate((main) => main.getBoundingClientRect().top))
    .toBeLessThanOrEqual(640 / 6);
  await theirs.setViewportSize({ width: 1280, height: 800 });

  for (const person of people) await goes(person);
  // Each sees the task, the clock and who else is there, on a phone too.
  for (const width of [1280, 390]) {
    await theirs.setViewportSize({ width, height: 800 });
    if (width < 900) await theirs.getByRole('button', { name: 'What’s happening now' }).click();
    await expect(theirs.getByText('Find the best objection.').last()).toBeVisible();
    await expect(theirs.getByRole('timer')).toHaveText(/^0\d:\d\d$/);
    await expect(theirs.locator('[data-members]').getByText(/^(Ben|Cleo|Dan)$/)).toBeVisible();
    await expect(theirs.getByRole('link', { name: 'Back to main debate' })).toBeVisible();
  }
  await theirs.setViewportSize({ width: 1280, height: 800 });
  for (const card of [cards.first(), cards.last()]) await expect(card).toContainText('2 of 2 here');
}

async function promotes(olga: Person, one: Person, groups: Locator, cards: Locator): Promise<void> {
  await groups.getByRole('button', { name: /^Promote to the main debate: Shops lose/ }).click();
  await expect(cards.first()).toContainText('in the main debate');
  await expect(olga.claim('Shops lose those who come from far away').first()).toBeVisible();
  const id = await olga.idOf('Shops lose those who come from far away');
  await olga.select(id);
  await expect(olga.panel).toContainText(one.name);
  await expect(olga.panel).toContainText('From Sceptics');

  await one.select(id);
  await expect(one.panel).toContainText('Added to the main debate');
}

async function visitsAndPromotes(olga: Person, cards: Locator): Promise<void> {
  // Visiting, the other group's is brought from its menu.
  await cards.last().getByRole('link', { name: 'Visit Group 2' }).click();
  await expect(olga.page.getByText(/^Small group: /)).toBeVisible();
  await olga.isLive();
  await olga.show('Outline');
  await olga.select(await olga.idOf('The air is better for everybody'));
  await olga.choose('Promote');
  await expect(olga.panel).toContainText('Added to the main debate');
  await olga.page.getByRole('link', { name: 'Back to main debate' }).click();
  await olga.isLive();
  await olga.show('Outline');
  await expect(olga.claim('The air is better for everybody').first()).toBeVisible();
}

async function readsRecord({ olga, one, other }: Record<'olga' | 'one' | 'other', Person>): Promise<void> {
  const ending = await run(olga, 'Meetings');
  await ending.getByRole('button', { name: 'End meeting' }).click();
  await ending.getByRole('link', { name: 'Record of meeting 1' }).click();
  const record = olga.page.locator('[data-record="1"]');
  await expect(record.locator('[data-count="claims"] dd')).toHaveText('2');
  await expect(record.locator('[data-count="promoted"] dd')).toHaveText('2');
  const persons = record.getByRole('table').filter({ hasText: 'Person' });
  for (const { name } of [one, other]) await expect(persons).toContainText(name);
  await expect(record).toContainText('Half of all contributions came from 1 person.');
  await expect(record.getByRole('link', { name: 'The air is better for everybody' })).toBeVisible();
  await isAccessible(olga.page, 'record', 'light');
  await olga.page.getByRole('link', { name: 'All meetings' }).click();
  await expect(olga.page.getByRole('link', { name: 'Record of meeting 1' })).toBeVisible();
}
