import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Towns should close their centres to cars.';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };

/** The polls of the facilitator's console. */
async function consoleOf({ page }: Person): Promise<Locator> {
  const aside = page.getByRole('complementary', { name: 'Facilitate' });
  await page.getByRole('button', { name: 'Facilitate' }).click();
  await aside.getByRole('tab', { name: 'Polls' }).click();
  return aside;
}

interface Asked {
  readonly question: string;
  readonly form: string;
  readonly options?: readonly string[];
}

/** Starts an open ballot. */
async function ask(run: Locator, { question, form, options = [] }: Asked): Promise<void> {
  await run.getByRole('textbox', { name: 'Question' }).fill(question);
  await run.getByRole('combobox', { name: 'Answered with' }).selectOption(form);
  for (const [at, option] of options.entries()) {
    if (at > 1) await run.getByRole('button', { name: 'Add option' }).click();
    await run.getByRole('textbox', { name: `Option ${at + 1}` }).fill(option);
  }
  await run.locator('form').getByRole('radio', { name: 'Open: results show live' }).check();
  await run.getByRole('button', { name: 'Start poll' }).click();
}

const pollOf = ({ page }: Person) => page.getByRole('region', { name: 'Poll', exact: true });
const send = (person: Person) => pollOf(person).getByRole('button', { name: 'Send answer' });
const isSent = (person: Person, words: string) =>
  expect(pollOf(person).getByText(`Your answer: ${words}`)).toBeVisible();

interface Room {
  readonly olga: Person;
  /** On a phone. */
  readonly fay: Person;
  /** With the keyboard alone. */
  readonly kim: Person;
  readonly wall: Person;
  readonly stage: Locator;
  readonly run: Locator;
}

const close = ({ run }: Room) => run.getByRole('button', { name: 'Close poll' }).click();

async function rank(room: Room): Promise<void> {
  const { fay, kim, stage, run } = room;
  const { keyboard } = kim.page;
  await ask(run, { question: 'What first?', form: 'ranking', options: ['Trams', 'Buses', 'Bikes'] });
  await pollOf(fay).getByRole('button', { name: 'Rank as number 1: Bikes' }).tap();
  await pollOf(fay).getByRole('button', { name: 'Rank as number 2: Trams' }).tap();
  await pollOf(fay).getByRole('button', { name: 'Move up: Trams' }).tap();
  await send(fay).tap();
  await isSent(fay, '1. Trams · 2. Bikes');
  await pollOf(kim).getByRole('button', { name: 'Rank as number 1: Buses' }).focus();
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await isSent(kim, '1. Buses');
  await expect(stage.getByRole('region', { name: 'Instant run-off' })).toContainText('Round');
  await isAccessible(kim.page, 'a ranking', 'light');
  await close(room);
}

async function spend(room: Room): Promise<void> {
  const { fay, kim, stage, run } = room;
  const { keyboard } = kim.page;
  await ask(run, { question: 'Where does money go?', form: 'points', options: ['Trams', 'Buses'] });
  for (const name of ['One more for Trams', 'One more for Trams', 'One more for Buses'])
    await pollOf(fay).getByRole('button', { name }).tap();
  await send(fay).tap();
  await isSent(fay, 'Trams: 2 · Buses: 1');
  await pollOf(kim).getByRole('spinbutton', { name: 'Points for Buses' }).focus();
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await isSent(kim, 'Buses: 1');
  await expect(stage.getByText('2 points from 2 people')).toBeVisible();
  await close(room);
}

async function write(room: Room): Promise<void> {
  const { fay, kim, wall, stage, run } = room;
  const { keyboard } = kim.page;
  await ask(run, { question: 'In one word?', form: 'text' });
  await pollOf(fay).getByRole('textbox').fill('Quieter streets');
  await send(fay).tap();
  await isSent(fay, 'Quieter streets');
  await pollOf(kim).getByRole('textbox').focus();
  await keyboard.type('quieter street!');
  await keyboard.press('Enter');
  await isSent(kim, 'quieter street!');
  await expect(stage.getByRole('list', { name: 'Answers' })).toContainText('2 people');
  await isAccessible(wall.page, 'answers on the stage', 'light');
  await run.getByRole('button', { name: /^Hide answer/ }).click();
  await expect(stage.getByRole('list', { name: 'Answers' })).toHaveCount(0);
  await expect(stage).not.toContainText('uieter');
  await close(room);
}

async function guess(room: Room): Promise<void> {
  const { olga, fay, kim, stage, run } = room;
  const { keyboard } = kim.page;
  await ask(run, { question: 'How many cars a day?', form: 'number' });
  await pollOf(fay).getByRole('spinbutton').fill('900');
  await send(fay).tap();
  await isSent(fay, '900');
  await pollOf(kim).getByRole('spinbutton').focus();
  await keyboard.type('1100');
  await keyboard.press('Enter');
  await isSent(kim, '1100');
  await expect(stage.getByText('1000')).not.toHaveCount(0);
  await run.getByRole('spinbutton', { name: 'Correct answer (optional)' }).fill('1234');
  await close(room);
  await expect(stage.getByText('1234')).toBeVisible();
  await isAccessible(olga.page, 'results in the console', 'dark');
}

test('a ranking, points, texts and a number are answered by thumb and by keyboard, and shown on the stage', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, fay, kim, wall] = await Promise.all([
    newPerson('Olga'),
    newPerson('Fay', PHONE),
    newPerson('Kim'),
    newPerson('Wall', PROJECTOR),
  ]);
  const address = await startDebate(olga, MOTION);
  for (const person of [fay, kim]) {
    await person.open(address);
    await person.join();
  }
  await wall.page.goto(`${address}/stage`);
  const stage = wall.page.getByRole('main');
  const run = await consoleOf(olga);
  const room = { olga, fay, kim, wall, stage, run };
  await test.step('a ranking', () => rank(room));
  await test.step('points', () => spend(room));
  await test.step('texts, of which a moderator hides one', () => write(room));
  await test.step('a number, with the right one revealed at the end', () => guess(room));
});
