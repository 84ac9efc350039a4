import { expect, type Locator, type Page, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { isForThumbs } from './is-for-thumbs.ts';
import type { Person } from './person.ts';
import { smallText } from './small-text.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Towns should close their centres to cars.';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };

/** The section of the facilitator's console with this name. */
async function consoleOf(owner: Person, section: string): Promise<Locator> {
  const aside = owner.page.getByRole('complementary', { name: 'Facilitate' });
  if (!(await aside.isVisible())) await owner.page.getByRole('button', { name: 'Facilitate' }).click();
  await aside.getByRole('tab', { name: section }).click();
  return aside;
}

/** Opens the stage of a debate and waits until it is live. */
async function openStage({ page }: Person, address: string): Promise<Locator> {
  await page.goto(`${address}/stage`);
  const stage = page.getByRole('main');
  await expect(stage).toHaveAttribute('data-connection', 'live');
  return stage;
}

test('the spotlight moves everyone who is not writing, the stage follows, hands are raised and speakers timed', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ben, fay, wall] = await Promise.all([
    // The console, the debate and the panel side by side.
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Ben'),
    newPerson('Fay', PHONE),
    newPerson('Wall', PROJECTOR),
  ]);
  const address = await startDebate(olga, MOTION);
  for (const person of [ben, fay]) {
    await person.open(address);
    await person.join();
  }
  const stage = await openStage(wall, address);
  await expect(stage.getByRole('heading', { name: MOTION })).toBeVisible();

  const position = olga.page.locator('[data-item="position"]').first();
  await olga.select((await position.getAttribute('id')) ?? '');
  await olga.argue('Support', 'Shops gain from people on foot.');
  await olga.argue('Support', 'Buses come on time.');
  await olga.isSaved();
  const shops = await olga.idOf('Shops gain from people on foot.');
  const buses = await olga.idOf('Buses come on time.');
  const { light, invited } = await bringsAllToClaim({ olga, ben, fay }, stage, shops, buses);
  await leadsAndIsFollowed({ olga, ben, fay }, stage, shops, buses, light, invited);
  await takeTheFloor({ olga, ben, fay }, stage);
});

async function bringsAllToClaim(
  { olga, ben, fay }: Record<'olga' | 'ben' | 'fay', Person>,
  stage: Locator,
  shops: string,
  buses: string,
) {
  // Ben writes: he is asked. Fay reads: she is brought.
  await ben.select(buses);
  const field = ben.panel.getByRole('textbox', { name: 'New comment' });
  await field.fill('Half a');
  const light = await consoleOf(olga, 'Spotlight');
  await olga.select(shops);
  await light.getByRole('button', { name: 'Bring everyone here' }).click();
  await expect(olga.page.getByText('Everyone who isn’t writing has been moved here.')).toBeVisible();
  await expect(fay.panel).toHaveAttribute('data-selected', shops);
  const invited = ben.page.getByRole('region', { name: 'In the spotlight' });
  await expect(invited.getByRole('alert')).toContainText('Everyone is asked');
  await expect(ben.panel).toHaveAttribute('data-selected', buses);
  await expect(field).toHaveValue('Half a');
  await expect(stage.getByRole('heading', { name: 'Shops gain from people on foot.' })).toBeVisible();
  await invited.getByRole('button', { name: 'Go there' }).click();
  await expect(ben.panel).toHaveAttribute('data-selected', shops);
  return { light, invited };
}

async function leadsAndIsFollowed(
  { olga, ben, fay }: Record<'olga' | 'ben' | 'fay', Person>,
  stage: Locator,
  shops: string,
  buses: string,
  light: Locator,
  invited: Locator,
): Promise<void> {
  // The leader moves the stage and all followers; a follower who moves stops following.
  await light.getByRole('button', { name: 'Lead' }).click();
  await invited.getByRole('button', { name: 'Follow' }).click();
  await olga.select(buses);
  await expect(stage.getByRole('heading', { name: 'Buses come on time.' })).toBeVisible();
  await expect(ben.panel).toHaveAttribute('data-selected', buses);
  await expect(fay.panel).toHaveAttribute('data-selected', shops);
  await ben.select(shops);
  await expect(invited.getByRole('button', { name: 'Follow', exact: true })).toBeVisible();
}

async function takeTheFloor(
  { olga, ben, fay }: Record<'olga' | 'ben' | 'fay', Person>,
  stage: Locator,
): Promise<void> {
  // Hands and the floor.
  // On a phone the hand is in reach over an open claim.
  await expect(fay.panel).toBeVisible();
  const hand = fay.page.getByRole('button', { name: /Raise hand/ });
  await isForThumbs(hand);
  await hand.tap();
  await expect(stage.getByText('1 hand up')).toBeVisible();
  await ben.page.getByRole('button', { name: /Raise hand/ }).click();
  await expect(ben.page.getByRole('button', { name: /You’re number 2/ })).toBeVisible();
  const floor = await consoleOf(olga, 'Floor');
  await floor.getByRole('button', { name: 'Give the floor to Fay' }).click();
  await expect(stage.getByText('Fay is speaking')).toBeVisible();
  await expect(fay.page.getByRole('paragraph').filter({ hasText: 'You have the floor' })).toBeVisible();
  await expect(stage.getByRole('timer', { name: 'Speaking time' })).toHaveText(/^0[12]:/);
  await expect(ben.page.getByRole('button', { name: /You’re next/ })).toBeVisible();
  await floor.getByRole('button', { name: 'End speech' }).click();
  await expect(stage.getByText('Fay is speaking')).toBeHidden();
  await expect(floor.getByText(/^00:\d\d in 1 speech$/).first()).toBeVisible();
  await isAccessible(olga.page, 'the console', 'light');
}

test('the stage shows joining to people who may invite, shows polls, is no participant, and has nothing private', async ({
  newPerson,
}) => {
  const [olga, stranger] = await Promise.all([newPerson('Olga', PROJECTOR), newPerson('Eve', PROJECTOR)]);
  const address = await startDebate(olga, MOTION);
  const made = await olga.page.evaluate(async (path) => {
    const body = JSON.stringify({ kind: 'code', role: 'debater', holds: 'day', limit: null });
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const answer = await fetch(`/api${path}/invitations`, { method: 'POST', headers, body });
    return answer.ok;
  }, address);
  expect(made).toBe(true);
  const board = await olga.context.newPage();
  await board.goto(address);
  const stage = await openStage(olga, address);
  // While people come in, how they do is large.
  await expect(stage).toHaveAttribute('data-gathering', '');
  await expect(stage.getByText(/\/join$/)).toBeVisible();
  await expect.poll(() => smallText(stage)).toEqual([]);
  await expect(stage.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible();
  await expect(stage.getByRole('img', { name: /QR code/ })).toBeVisible();
  await isAccessible(olga.page, 'the stage', 'light');
  await isAccessible(olga.page, 'the stage', 'dark');

  const theirs = await openStage(stranger, address);
  await expect(theirs.getByText('Join at')).toBeVisible();
  await expect(theirs.getByText('Code')).toHaveCount(0);

  await board.getByRole('button', { name: 'Facilitate' }).click();
  await board.getByRole('tab', { name: 'Polls' }).click();
  await board.getByRole('button', { name: 'Open opening poll' }).click();
  await expect(stage.getByText('No answers yet')).toBeVisible();
  await board
    .getByRole('group', { name: 'Your answer' })
    .getByRole('button', { name: 'For', exact: true })
    .click();
  for (const one of [stage, theirs]) await expect(one.getByText('1 answer', { exact: true })).toBeVisible();
  await expect(stage).not.toHaveAttribute('data-gathering');
  // Nobody is here by a stage, and its page is nobody's.
  await expect(stranger.page.getByText('Olga')).toHaveCount(0);
  const source = await (await olga.page.request.get(`${address}/stage`)).text();
  // Quoted once more within the script that holds it, as the board's page shows.
  const somebody = /\\?"participantId\\?":\s*\\?"m_/;
  expect(source).not.toMatch(somebody);
  expect(await (await olga.page.request.get(address)).text()).toMatch(somebody);
});

test('the stage falls back to what is going on when a poll is closed, and says of a claim what it answers and cites', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Ben'),
  ]);
  const address = await startDebate(olga, MOTION);
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'Shops gain from people on foot.');
  const shops = await ben.idOf('Shops gain from people on foot.');
  await ben.select(shops);
  await ben.argue('Attack', 'Not those that sell what is heavy.');
  await ben.isSaved();
  const heavy = await ben.idOf('Not those that sell what is heavy.');

  const agenda = await consoleOf(olga, 'Agenda');
  const [wall] = await Promise.all([
    olga.context.waitForEvent('page'),
    agenda.getByRole('link', { name: 'Open stage' }).click(),
  ]);
  await wall.setViewportSize(PROJECTOR.viewport);
  const stage = wall.getByRole('main');
  await expect(stage).toHaveAttribute('data-connection', 'live');
  const newest = stage.getByRole('listitem').filter({ hasText: 'Not those that sell what is heavy.' });
  await expect(newest).toContainText('Attacks');
  await expect(newest).toContainText('Shops gain from people on foot.');

  await agenda.getByRole('button', { name: 'A 90-minute seminar' }).click();
  await agenda.getByRole('button', { name: 'Start: Opening poll' }).click();
  await expect(stage.getByText('No answers yet')).toBeVisible();
  await expect.poll(() => smallText(stage)).toEqual([]);
  await agenda.getByRole('button', { name: 'Next: Silent writing' }).click();
  await expect(stage.getByText('You can add claims.')).toBeVisible();
  await expect(newest).toBeVisible();
  await expect.poll(() => smallText(stage)).toEqual([]);
  await pollsFromStage({ olga, ben }, wall, stage);
  const light = await putsInSpotlight(olga, heavy, stage);

  const picture = light.getByRole('button', { name: 'Result of the last poll' });
  await picture.click();
  await expect(stage.getByText('100% (1)')).toBeVisible();
  await picture.click();
  await expect(picture).toHaveAttribute('aria-pressed', 'false');
  await olga.isSaved();
  await wall.clock.fastForward(121_000);
  await expect(newest).toBeVisible();
});

async function pollsFromStage(
  { olga, ben }: Record<'olga' | 'ben', Person>,
  wall: Page,
  stage: Locator,
): Promise<void> {
  // The result of an open ballot is shown at once, and stays if wanted.
  const polls = await consoleOf(olga, 'Polls');
  await polls.getByRole('textbox', { name: 'Question' }).fill('Shall we go on after five?');
  await polls.getByRole('textbox', { name: 'Option 1' }).fill('Yes');
  await polls.getByRole('textbox', { name: 'Option 2' }).fill('No');
  await polls.locator('form').getByRole('radio', { name: 'Open: results show live' }).check();
  await polls.getByRole('button', { name: 'Start poll' }).click();
  const agenda = await consoleOf(olga, 'Agenda');
  await agenda.getByRole('button', { name: 'Next: Open debate' }).click();
  await ben.page
    .getByRole('region', { name: 'Poll', exact: true })
    .getByRole('button', { name: 'Yes', exact: true })
    .click();
  await expect(stage.getByText('1 answer', { exact: true })).toBeVisible();
  await wall.clock.install();
  await (await consoleOf(olga, 'Polls')).getByRole('button', { name: 'Close poll' }).click();
  await expect(stage.getByText('100% (1)')).toBeVisible();
  await expect.poll(() => smallText(stage)).toEqual([]);
}

async function putsInSpotlight(olga: Person, heavy: string, stage: Locator) {
  const light = await consoleOf(olga, 'Spotlight');
  await olga.select(heavy);
  await light.getByRole('button', { name: 'Put in the spotlight' }).click();
  await expect(stage.getByRole('heading', { name: 'Not those that sell what is heavy.' })).toBeVisible();
  await expect(stage.getByText('Shops gain from people on foot.')).toBeVisible();
  await expect(stage.getByText('Ben', { exact: true })).toBeVisible();
  await expect.poll(() => smallText(stage)).toEqual([]);
  return light;
}

test('the arguments for and against a long claim in the spotlight fit on the projected screen', async ({
  newPerson,
}) => {
  const [olga, wall] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Wall', PROJECTOR),
  ]);
  const address = await startDebate(olga, MOTION);
  const long = `${'Shops gain from people on foot. '.repeat(13)}Always.`;
  const wordy = `${'Not those that sell what is heavy. '.repeat(12)}Never.`;
  await olga.select('p_position1');
  await olga.argue('Support', long);
  await olga.isSaved();
  const shops = await olga.idOf(long);
  await olga.select(shops);
  for (const nth of [1, 2, 3]) {
    await olga.argue('Attack', `${nth}. ${wordy}`);
    await olga.argue('Support', `${nth}. ${wordy}`);
  }
  await olga.isSaved();
  const stage = await openStage(wall, address);
  const light = await consoleOf(olga, 'Spotlight');
  await olga.select(shops);
  await light.getByRole('button', { name: 'Put in the spotlight' }).click();
  await expect(stage.getByRole('heading', { name: long })).toBeVisible();
  await expect.poll(() => smallText(stage)).toEqual([]);
  await expect(stage.getByRole('listitem')).toHaveCount(4);
  await expect(stage.getByText('1 more')).toHaveCount(2);
  for (const part of [
    ...(await stage.getByRole('listitem').all()),
    ...(await stage.getByText('1 more').all()),
  ]) {
    const box = await part.boundingBox();
    expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThanOrEqual(1080);
  }
});
