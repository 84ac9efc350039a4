import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { nearbyOrigin, withNearbyName } from './nearby-origin.ts';
import type { Person } from './person.ts';
import { smallText } from './small-text.ts';
import { startDebate } from './start-debate.ts';

const server = withServer({ host: '0.0.0.0' });

test.use({ launchOptions: withNearbyName() });

const MOTION = 'Towns should close their centres to cars.';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };

const SHOPS = 'Shops gain from people who come on foot.';
const BUSES = 'Buses do not reach everybody who has to come.';
const CHILDREN = 'Children could go to school by themselves.';

/** The section of the facilitator's console with this name. */
async function consoleOf({ page }: Person, section: string): Promise<Locator> {
  const aside = page.getByRole('complementary', { name: 'Facilitate' });
  if (!(await aside.isVisible())) await page.getByRole('button', { name: 'Facilitate' }).click();
  await aside.getByRole('tab', { name: section }).click();
  return aside;
}

/** Turns to the phase after the one that is on, and waits until everyone is there. */
async function goOn(leader: Person, to: string, room: readonly Person[]): Promise<void> {
  const agenda = await consoleOf(leader, 'Agenda');
  await agenda.getByRole('button', { name: `Next: ${to}` }).click();
  for (const person of room) await expect(strip(person)).toContainText(to);
}

const strip = ({ page }: Person) => page.getByRole('region', { name: 'Current phase' });

const pollOf = ({ page }: Person, kind: string) => page.getByRole('region', { name: kind, exact: true });

/** On a phone what is selected covers the debate. */
async function toDebate(person: Person): Promise<void> {
  const back = person.panel.getByRole('button', { name: 'Back to debate' });
  if (await back.isVisible()) await back.tap();
}

async function answer(person: Person, kind: string, option: string): Promise<void> {
  await toDebate(person);
  await pollOf(person, kind).getByRole('button', { name: option, exact: true }).click();
  await expect(pollOf(person, kind).getByText(`Your answer: ${option}`)).toBeVisible();
  await person.isSaved();
}

/** Writes an argument under a position or claim. */
async function argues(
  person: Person,
  under: string,
  relation: 'Support' | 'Attack',
  text: string,
): Promise<void> {
  await person.select(under);
  await person.argue(relation, text);
  await person.isSaved();
}

const idIn = async ({ page }: Person) =>
  (await page.locator('[data-item="position"]').first().getAttribute('id')) ?? '';

test('ninety minutes: a code, an opening poll, silent writing, the reveal, debate, rebuttals, a secret vote, a closing poll, the swing', async ({
  newPerson,
}) => {
  test.slow();
  const origin = nearbyOrigin(server().port);
  const [olga, wall, ann, ben, cleo, dan] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 }, origin }),
    newPerson('Wall', { ...PROJECTOR, origin }),
    newPerson('Ann', { origin }),
    newPerson('Ben', { origin }),
    newPerson('Cleo', { ...PHONE, origin }),
    newPerson('Dan', { ...PHONE, origin }),
  ]);
  const room = [olga, ann, ben, cleo];

  await test.step('the facilitator prepares: an agenda, secret ballots, a code on the wall', () =>
    preparesSeminar({ olga, wall, ann, ben, cleo }));
  const stage = wall.page.getByRole('main');
  await expect(stage).toHaveAttribute('data-connection', 'live');

  await test.step('the opening poll; a phone comes late, by the code on the wall', () =>
    pollsAndLetsLateIn({ olga, ann, ben, cleo, dan }, room, stage));

  await test.step('silent writing: nobody sees what others write; the facilitator’s lost connection costs nothing', () =>
    writeSilently({ olga, ann, ben, cleo, dan }, room, stage));

  await test.step('the reveal is a moment on every screen, and leaves what is half written', () =>
    revealsToAll({ olga, ann, ben, dan }, room));

  const [shops, buses] = [await olga.idOf(SHOPS), await olga.idOf(BUSES)];
  await test.step('open debate, and rebuttals with hands and the floor', () =>
    takeTheFloor({ olga, ben, cleo }, room, stage, shops));

  await test.step('everyone is moved to a claim; writers are asked', () =>
    bringsAllToClaim({ olga, ann, ben, cleo, dan }, stage, shops, buses));

  await test.step('a vote nobody sees before its end, and then as totals of five', () =>
    voteUnseen(olga, ben, room, shops));

  await test.step('the closing poll, and the swing on the wall', () =>
    closesWithSwing({ olga, wall, ann, ben, cleo, dan }, room, stage));

  await test.step('the record of the meeting', () => readsRecord({ olga, ann, ben, cleo, dan }));
});

async function preparesSeminar({
  olga,
  wall,
  ann,
  ben,
  cleo,
}: Record<'olga' | 'wall' | 'ann' | 'ben' | 'cleo', Person>): Promise<void> {
  const address = await startDebate(olga, MOTION);
  expect(await olga.page.evaluate(() => window.isSecureContext)).toBe(false);
  const agenda = await consoleOf(olga, 'Agenda');
  await agenda.getByRole('button', { name: 'A 90-minute seminar' }).click();
  const secret = agenda.getByRole('radio', { name: /^Secret/ });
  await secret.click();
  const asked = olga.page.getByRole('dialog', { name: 'Make all votes secret?' });
  await expect(asked).toContainText('Only 1 person can vote in this debate so far.');
  await expect(asked).toContainText('This can’t be undone');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(secret).not.toBeChecked();
  await secret.click();
  await asked.getByRole('button', { name: 'Make votes secret' }).click();
  await expect(secret).toBeChecked();
  await olga.isSaved();
  await olga.page.getByRole('button', { name: 'Manage' }).click();
  const manage = olga.page.getByRole('dialog', { name: 'Manage debate' });
  await manage.getByRole('tab', { name: 'Joining' }).click();
  // The panel of the tab before stays until the next frame.
  const joining = manage.getByRole('tabpanel', { name: 'Joining' });
  await joining.getByRole('radio', { name: 'Argue, vote and comment', exact: true }).check();
  await manage.getByRole('button', { name: 'Create' }).click();
  await expect(manage.getByRole('listitem').first().getByRole('strong')).toHaveText(
    /^[0-9A-Z]{4}-[0-9A-Z]{4}$/,
  );
  await manage.getByRole('button', { name: 'Close' }).click();
  // The projector shows the facilitator's own stage, with the code.
  await wall.context.addCookies(await olga.context.cookies());
  await wall.page.goto(`${address}/stage`);
  for (const person of [ann, ben, cleo]) {
    await person.open(address);
    await person.join();
  }
}

async function pollsAndLetsLateIn(
  { olga, ann, ben, cleo, dan }: Record<'olga' | 'ann' | 'ben' | 'cleo' | 'dan', Person>,
  room: Person[],
  stage: Locator,
): Promise<void> {
  const agenda = await consoleOf(olga, 'Agenda');
  await agenda.getByRole('button', { name: 'Start: Opening poll' }).click();
  for (const [person, option] of [
    [olga, 'For'],
    [ann, 'For'],
    [ben, 'Against'],
    [cleo, 'Undecided'],
  ] as const)
    await answer(person, 'Opening poll', option);
  const code = (await stage.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '';
  await dan.page.goto('/join');
  await dan.page.getByLabel('Code').fill(code);
  await dan.page.getByRole('button', { name: 'Next' }).tap();
  await dan.page.getByLabel('Your name').fill('Dan');
  await dan.page.getByRole('button', { name: 'Join the debate' }).tap();
  await dan.page.waitForURL(/\/debates\//);
  await dan.isLive();
  room.push(dan);
  await answer(dan, 'Opening poll', 'Undecided');
  await expect(stage.getByText('5 answers')).toBeVisible();
}

async function writeSilently(
  { olga, ann, ben, cleo, dan }: Record<'olga' | 'ann' | 'ben' | 'cleo' | 'dan', Person>,
  room: Person[],
  stage: Locator,
): Promise<void> {
  await goOn(olga, 'Silent writing', room);
  await expect(pollOf(ben, 'Opening poll')).toHaveCount(0);
  await expect(stage.getByRole('timer').first()).toBeVisible();
  await argues(ann, await idIn(ann), 'Support', SHOPS);
  await expect(olga.board).toHaveAttribute('data-whole', '');
  olga.watch.expectLostServer();
  await olga.context.setOffline(true);
  await expect(olga.board).not.toHaveAttribute('data-connection', 'live');
  await argues(ben, await idIn(ben), 'Attack', BUSES);
  await argues(cleo, await idIn(cleo), 'Support', CHILDREN);
  for (const text of [SHOPS, CHILDREN]) await expect(ben.claim(text)).toHaveCount(0);
  await expect(ben.claim(BUSES).first()).toContainText('only you');
  // Dan is in the middle of a sentence when the phase ends.
  await dan.select(await idIn(dan));
  await dan.panel
    .locator('[data-column="support"]')
    .getByRole('button', { name: /Support$/ })
    .tap();
  await dan.page
    .getByRole('form', { name: /^New support/ })
    .getByRole('textbox')
    .first()
    .fill('The air would be');
  await olga.context.setOffline(false);
  await olga.isLive();
  for (const text of [SHOPS, BUSES, CHILDREN]) await expect(olga.claim(text)).toHaveCount(0);
  await expect(strip(olga)).toContainText('Silent writing');
}

async function revealsToAll(
  { olga, ann, ben, dan }: Record<'olga' | 'ann' | 'ben' | 'dan', Person>,
  room: Person[],
): Promise<void> {
  // Looked for on all screens at once: it is said for seconds.
  const isRevealed = [olga, ann, ben].map((person) => expect(strip(person)).toContainText('Revealed'));
  await Promise.all([...isRevealed, goOn(olga, 'Open debate', room)]);
  for (const person of [olga, ann, ben])
    for (const text of [SHOPS, BUSES, CHILDREN]) await expect(person.claim(text).first()).toBeVisible();
  const composer = dan.page.getByRole('form', { name: /^New support/ });
  await expect(composer.getByRole('textbox').first()).toHaveValue('The air would be');
  await dan.compose('The air would be better.');
  await dan.isSaved();
  await expect(ann.claim('The air would be better.').first()).toBeVisible();
}

async function takeTheFloor(
  { olga, ben, cleo }: Record<'olga' | 'ben' | 'cleo', Person>,
  room: Person[],
  stage: Locator,
  shops: string,
): Promise<void> {
  await argues(ben, shops, 'Attack', 'Not those that sell what is heavy.');
  await goOn(olga, 'Rebuttals', room);
  await toDebate(cleo);
  await cleo.page.getByRole('button', { name: /Raise hand/ }).tap();
  await ben.page.getByRole('button', { name: /Raise hand/ }).click();
  await expect(stage.getByText('2 hands up')).toBeVisible();
  const floor = await consoleOf(olga, 'Floor');
  await floor.getByRole('button', { name: 'Give the floor to Cleo' }).click();
  await expect(stage.getByText('Cleo is speaking')).toBeVisible();
  await expect(cleo.page.getByRole('paragraph').filter({ hasText: 'You have the floor' })).toBeVisible();
  await expect(ben.page.getByRole('button', { name: /You’re next/ })).toBeVisible();
  await floor.getByRole('button', { name: 'Give the floor to Ben' }).click();
  await expect(stage.getByText('Ben is speaking')).toBeVisible();
  await floor.getByRole('button', { name: 'End speech' }).click();
  await expect(stage.getByText('Ben is speaking')).toBeHidden();
}

async function bringsAllToClaim(
  { olga, ann, ben, cleo, dan }: Record<'olga' | 'ann' | 'ben' | 'cleo' | 'dan', Person>,
  stage: Locator,
  shops: string,
  buses: string,
): Promise<void> {
  await ann.select(buses);
  await ann.panel.getByRole('textbox', { name: 'New comment' }).fill('Half a');
  await olga.select(shops);
  const light = await consoleOf(olga, 'Spotlight');
  await light.getByRole('button', { name: 'Bring everyone here' }).click();
  for (const person of [ben, cleo, dan]) await expect(person.panel).toHaveAttribute('data-selected', shops);
  await expect(stage.getByRole('heading', { name: SHOPS })).toBeVisible();
  const invited = ann.page.getByRole('region', { name: 'In the spotlight' });
  await expect(invited.getByRole('alert')).toContainText('Everyone is asked');
  await expect(ann.panel).toHaveAttribute('data-selected', buses);
  await invited.getByRole('button', { name: 'Go there' }).click();
  await expect(ann.panel).toHaveAttribute('data-selected', shops);
}

async function voteUnseen(olga: Person, ben: Person, room: Person[], shops: string): Promise<void> {
  await goOn(olga, 'Vote', room);
  for (const [at, person] of room.entries()) {
    const answer = at < 3 ? 'Agree' : 'Disagree';
    const button = person.panel.getByRole('button', {
      name: `${answer}, votes are counted and not shown yet`,
      exact: true,
    });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await person.isSaved();
  }
  await goOn(olga, 'Closing poll', room);
  for (const person of [olga, ben])
    await expect(person.row(shops).getByRole('img', { name: '3 agree, 2 disagree' })).toBeVisible();
}

async function closesWithSwing(
  { olga, wall, ann, ben, cleo, dan }: Record<'olga' | 'wall' | 'ann' | 'ben' | 'cleo' | 'dan', Person>,
  room: Person[],
  stage: Locator,
): Promise<void> {
  for (const [person, option] of [
    [olga, 'For'],
    [ann, 'For'],
    [ben, 'For'],
    [cleo, 'For'],
    [dan, 'Against'],
  ] as const)
    await answer(person, 'Closing poll', option);
  await expect(stage.getByText('5 answers')).toBeVisible();
  await goOn(olga, 'Wrap-up', room);
  const swing = stage.getByRole('figure', { name: '5 people answered both polls' });
  await expect(swing.getByText('For: +40 points')).toBeVisible();
  await expect.poll(() => smallText(stage)).toEqual([]);
  await isAccessible(wall.page, 'the swing on the stage', 'dark');
  await toDebate(dan);
  await dan.page.getByRole('button', { name: 'Show results' }).first().tap();
  await expect(dan.page.getByRole('dialog', { name: 'Results' }).getByText('For: +40 points')).toBeVisible();
  await dan.page.keyboard.press('Escape');
}

async function readsRecord({
  olga,
  ann,
  ben,
  cleo,
  dan,
}: Record<'olga' | 'ann' | 'ben' | 'cleo' | 'dan', Person>): Promise<void> {
  const agenda = await consoleOf(olga, 'Agenda');
  await agenda.getByRole('button', { name: 'End agenda' }).click();
  await olga.isSaved();
  const ending = await consoleOf(olga, 'Meetings');
  await ending.getByRole('link', { name: 'Record of meeting 1' }).click();
  const record = olga.page.locator('[data-record="1"]');
  await expect(record.locator('[data-count="claims"] dd')).toHaveText('5');
  const persons = record.getByRole('table').filter({ hasText: 'Speaking time' }).first();
  for (const { name } of [ann, ben, cleo, dan]) await expect(persons).toContainText(name);
  await expect(record.getByRole('table').filter({ hasText: 'Stance' })).toContainText('For24+2');
  // The agenda began it: all its phases are there, with the polls they opened.
  await expect(record.locator('[data-phase]')).toHaveCount(7);
  await expect(record.locator('[data-poll]')).toHaveCount(2);
}

test('two facilitators at once do not fight: each step is taken once, and each sees what the other did', async ({
  newPerson,
}) => {
  const [olga, ann] = await Promise.all([newPerson('Olga'), newPerson('Ann')]);
  const address = await startDebate(olga, MOTION);
  // The same person runs the debate at two screens, as two who run it would.
  const other = await olga.context.newPage();
  await other.goto(address);
  await ann.open(address);
  const agenda = await consoleOf(olga, 'Agenda');
  await agenda.getByRole('button', { name: 'A 30-minute debate' }).click();
  await agenda.getByRole('button', { name: 'Start: Silent writing' }).click();
  await olga.isSaved();
  await other.getByRole('button', { name: 'Facilitate' }).click();
  const theirs = other.getByRole('complementary', { name: 'Facilitate' });
  const ways = await Promise.all(
    [agenda, theirs].map(async (console) => {
      const way = console.getByRole('button', { name: 'Next: Open debate' });
      await expect(way).toBeVisible();
      return way.elementHandle();
    }),
  );
  // Pressed where it stands, whatever it says by the time the finger is there.
  await Promise.all(ways.map((way) => way?.evaluate((button) => (button as HTMLElement).click())));
  // One step, not two: nobody is in the phase after it.
  for (const console of [agenda, theirs])
    await expect(console.getByRole('button', { name: 'Next: Vote' })).toBeVisible();
  await expect(strip(ann)).toContainText('Open debate');
  // A timer change by one of them reaches the other at once.
  await theirs.getByRole('button', { name: 'Pause timer' }).click();
  await expect(agenda.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect(strip(ann).getByRole('timer')).toContainText('paused');
});
