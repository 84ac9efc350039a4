import { readFile } from 'node:fs/promises';
import { readPdf } from '../support/read-pdf.ts';
import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { smallText } from './small-text.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Our school should ban phones.';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };
const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/;

const FOCUS = 'Pupils listen when no phone lies on the desk.';
const REACH = 'Parents have to reach their children.';
const OFFICE = 'The office can pass on a message.';
const SHARED = 'Lockers at the door would do.';
const SPAM = ['First! Nobody reads this.', 'Second! Vote for me.', 'Third! Subscribe now.'];
const TOO_MANY = 'Fourth! And so on.';

/** The section of the facilitator's console with this name. */
async function consoleOf({ page }: Person, section: string): Promise<Locator> {
  const aside = page.getByRole('complementary', { name: 'Facilitate' });
  if (!(await aside.isVisible())) await page.getByRole('button', { name: 'Facilitate' }).click();
  await aside.getByRole('tab', { name: section }).click();
  return aside;
}

/** A section of what the moderators manage. */
async function managed({ page }: Person, section: string): Promise<Locator> {
  await page.getByRole('button', { name: /^Manage/ }).click();
  const manage = page.getByRole('dialog', { name: 'Manage debate' });
  await manage.getByRole('tab', { name: section }).click();
  return manage;
}

const strip = ({ page }: Person) => page.getByRole('region', { name: 'Current phase' });

/** Turns to the phase after the one that is on, and waits until everyone is there. */
async function goOn(leader: Person, to: string, room: readonly Person[]): Promise<void> {
  const agenda = await consoleOf(leader, 'Agenda');
  await agenda.getByRole('button', { name: `Next: ${to}` }).click();
  for (const person of room) await expect(strip(person)).toContainText(to);
}

/** On a phone, what is selected covers the debate. */
async function toDebate(person: Person): Promise<void> {
  const back = person.panel.getByRole('button', { name: 'Back to debate' });
  if (await back.isVisible()) await back.tap();
}

async function answer(person: Person, kind: string, option: string): Promise<void> {
  const poll = person.page.getByRole('region', { name: kind, exact: true });
  await toDebate(person);
  await poll.getByRole('button', { name: option, exact: true }).click();
  await expect(poll.getByText(`Your answer: ${option}`)).toBeVisible();
  await person.isSaved();
}

async function argues(person: Person, under: string, relation: 'Support' | 'Attack', text: string) {
  await toDebate(person);
  await person.select(under);
  // Under a claim on a phone, the answers are at the thumb.
  const inColumn = person.panel.locator(`[data-column="${relation.toLowerCase()}"]`).getByRole('button');
  const atThumb = person.panel.getByRole('button', { name: relation, exact: true });
  await inColumn.or(atThumb).filter({ visible: true }).last().click();
  await person.compose(text);
  await person.isSaved();
}

/** Takes a PDF from the board, as text. */
async function exported({ page }: Person, label: string): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export debate' });
  await dialog.getByLabel('Format').selectOption({ label });
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const path = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(path);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  const { pages } = await readPdf(await readFile(path));
  return pages.join('\n').replaceAll(/\s+/g, ' ');
}

const picture = (name: string, { page }: Person) =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`) });

test('a lesson with two phones, a stage, a troll and a late phone: from the opening poll to the record and the brief', async ({
  newPerson,
}) => {
  test.slow();
  const [olga, wall, ann, ben, tim, late] = await Promise.all([
    newPerson('Olga'),
    newPerson('Wall', PROJECTOR),
    newPerson('Ann', PHONE),
    newPerson('Ben', PHONE),
    newPerson('Timon'),
    newPerson('Lea', PHONE),
  ]);
  const room = [olga, ann, ben, tim];
  const address = await startDebate(olga, MOTION);

  await test.step('the facilitator sets a pace and makes a code; the stage shows it', () =>
    setsPaceAndCode({ olga, wall, ann, ben, tim }, address));
  const stage = wall.page.getByRole('main');
  await expect(stage).toHaveAttribute('data-connection', 'live');
  const code = (await stage.getByText(CODE).textContent()) ?? '';

  await test.step('the agenda begins the meeting and the opening poll; closing it with too few answers warns', () =>
    pollsTheRoom({ olga, ann, ben, tim }, room, stage));

  await test.step('phones write unseen; a flood is slowed down, its text kept', () =>
    writeUnseen({ olga, ann, ben, tim }, stage));

  await test.step('the reveal; what the troll wrote is hidden in one act, on every screen', () =>
    revealsAndHides({ olga, wall, ann, ben }, room, stage));
  const [focus, reach] = [await olga.idOf(FOCUS), await olga.idOf(REACH)];

  await test.step('a late phone joins by the code, argues and raises a hand; the stage follows', () =>
    joinsLate({ olga, ann, late }, room, stage, code, reach));

  await test.step('the spotlight brings phones and the stage to a claim', () =>
    bringsAllToClaim({ olga, wall, ann, ben, late }, stage, reach));

  await test.step('small groups: the phones work apart, and bring a claim back', () =>
    workInGroups({ olga, ann, ben }));

  await test.step('a secret ballot, once confirmed, shows totals only after the vote', () =>
    voteInSecret({ olga, ann, ben }, room, focus));

  await test.step('the closing poll and its swing', () =>
    closesWithSwing({ olga, wall, ann, ben, tim, late }, room, stage));

  await test.step('the record of the whole meeting, and the brief', () =>
    readsRecordAndBrief({ olga, ann, ben, late }));
});

async function setsPaceAndCode(
  { olga, wall, ann, ben, tim }: Record<'olga' | 'wall' | 'ann' | 'ben' | 'tim', Person>,
  address: string,
): Promise<void> {
  const manage = await managed(olga, 'Debate');
  await manage.getByRole('radio', { name: 'at most 3 in 10 minutes' }).check();
  await manage.getByRole('tab', { name: 'Joining' }).click();
  await manage.getByRole('radio', { name: 'Argue, vote and comment', exact: true }).check();
  await manage.getByRole('button', { name: 'Create' }).click();
  await expect(manage.getByRole('listitem').first().getByRole('strong')).toHaveText(CODE);
  await manage.getByRole('button', { name: 'Close' }).click();
  await wall.context.addCookies(await olga.context.cookies());
  await wall.page.goto(`${address}/stage`);
  for (const person of [ann, ben, tim]) {
    await person.open(address);
    await person.join();
  }
}

async function pollsTheRoom(
  { olga, ann, ben, tim }: Record<'olga' | 'ann' | 'ben' | 'tim', Person>,
  room: Person[],
  stage: Locator,
): Promise<void> {
  const agenda = await consoleOf(olga, 'Agenda');
  await agenda.getByRole('button', { name: 'A 90-minute seminar' }).click();
  await agenda.getByRole('button', { name: 'Start: Opening poll' }).click();
  await expect((await consoleOf(olga, 'Meetings')).getByRole('status')).toContainText(
    'Meeting 1 has been running',
  );
  const polls = await consoleOf(olga, 'Polls');
  await polls.locator('[data-poll]').getByRole('radio', { name: 'From 3 answers' }).check();
  // An answer given under a higher threshold than the poll now has is refused.
  for (const { page } of [ann, ben])
    await expect(page.getByRole('region', { name: 'Opening poll', exact: true })).toContainText(
      'if at least 3 people answered',
    );
  await answer(ann, 'Opening poll', 'For');
  await answer(ben, 'Opening poll', 'Against');
  await expect(stage.getByText('2 answers')).toBeVisible();
  await expect(polls.locator('[data-poll]').getByText('2 answers').first()).toBeVisible();
  await (await consoleOf(olga, 'Agenda')).getByRole('button', { name: 'Next: Silent writing' }).click();
  const warning = olga.page.getByRole('dialog', { name: 'Close with 2 answers?' });
  await expect(warning).toContainText('2 of 4 people have answered.');
  await picture('poll-warning', olga);
  await warning.getByRole('button', { name: 'Keep open' }).click();
  await answer(tim, 'Opening poll', 'Undecided');
  await answer(olga, 'Opening poll', 'For');
  await goOn(olga, 'Silent writing', room);
  for (const { page } of room)
    await expect(page.getByRole('region', { name: 'Opening poll' })).toHaveCount(0);
}

async function writeUnseen(
  { olga, ann, ben, tim }: Record<'olga' | 'ann' | 'ben' | 'tim', Person>,
  stage: Locator,
): Promise<void> {
  await argues(ann, 'p_position1', 'Support', FOCUS);
  await argues(ben, 'p_position1', 'Attack', REACH);
  for (const text of SPAM) await argues(tim, 'p_position1', 'Support', text);
  await tim.panel
    .locator('[data-column="support"]')
    .getByRole('button', { name: /Support$/ })
    .click();
  const composer = tim.page.getByRole('form', { name: /^New support/ });
  await composer.getByRole('textbox').first().fill(TOO_MANY);
  await composer.getByRole('button', { name: 'Add argument' }).click();
  await expect(composer.getByRole('alert')).toContainText('Each person can add 3 claims in 10 minutes');
  await expect(composer.getByRole('textbox').first()).toHaveValue(TOO_MANY);
  await picture('paced', tim);
  await composer.getByRole('button', { name: 'Cancel' }).click();
  for (const person of [olga, ben]) await expect(person.claim(FOCUS)).toHaveCount(0);
  await expect(stage.getByText(FOCUS)).toHaveCount(0);
}

async function revealsAndHides(
  { olga, wall, ann, ben }: Record<'olga' | 'wall' | 'ann' | 'ben', Person>,
  room: Person[],
  stage: Locator,
): Promise<void> {
  // Looked for on all screens at once: it is said for seconds.
  const isRevealed = [olga, ann, ben].map((person) =>
    expect(strip(person)).toContainText('Revealed: everyone can see what was written.'),
  );
  await Promise.all([...isRevealed, goOn(olga, 'Open debate', room)]);
  for (const person of [olga, ann, ben]) {
    await toDebate(person);
    for (const text of [FOCUS, REACH, ...SPAM]) await expect(person.claim(text).first()).toBeVisible();
  }
  await picture('revealed', ann);
  const manage = await managed(olga, 'Moderation');
  await manage.getByLabel('Person').selectOption({ label: 'Timon' });
  await manage.getByRole('button', { name: 'Choose what…' }).click();
  const hide = olga.page.getByRole('dialog', { name: 'Hide Timon’s contributions' });
  await expect(hide).toContainText('These 3 will be hidden:');
  for (const text of SPAM) await expect(hide).toContainText(text);
  await hide.getByRole('radio', { name: 'spam' }).check();
  await hide.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(hide).toBeHidden();
  await expect(manage.getByText('3 hidden.')).toBeVisible();
  await picture('hidden', olga);
  await manage.getByRole('button', { name: 'Close' }).click();
  for (const text of SPAM) {
    await expect(ann.claim(text)).toHaveCount(0);
    await expect(stage.getByText(text)).toHaveCount(0);
  }
  await expect(stage.getByRole('listitem').filter({ hasText: REACH })).toBeVisible();
  await expect.poll(() => smallText(stage)).toEqual([]);
  await picture('stage-newest', wall);
}

async function joinsLate(
  { olga, ann, late }: Record<'olga' | 'ann' | 'late', Person>,
  room: Person[],
  stage: Locator,
  code: string,
  reach: string,
): Promise<void> {
  await late.page.goto('/join');
  await late.page.getByLabel('Code').fill(code);
  await late.page.getByRole('button', { name: 'Next' }).tap();
  await late.page.getByLabel('Your name').fill('Lea');
  await late.page.getByRole('button', { name: 'Join the debate' }).tap();
  await late.page.waitForURL(/\/debates\//);
  await late.isLive();
  await late.show('Outline');
  room.push(late);
  await expect(strip(late)).toContainText('Open debate');
  for (const text of SPAM) await expect(late.claim(text)).toHaveCount(0);
  await argues(late, reach, 'Attack', OFFICE);
  await expect(ann.claim(OFFICE).first()).toBeVisible();
  await picture('late', late);
  await goOn(olga, 'Rebuttals', room);
  await late.page.getByRole('button', { name: /^Raise hand/ }).tap();
  await expect(stage.getByText('1 hand up')).toBeVisible();
  const floor = await consoleOf(olga, 'Floor');
  await floor.getByRole('button', { name: 'Give the floor to Lea' }).click();
  await expect(stage.getByText('Lea is speaking')).toBeVisible();
  await expect(late.page.getByRole('paragraph').filter({ hasText: 'You have the floor' })).toBeVisible();
  await floor.getByRole('button', { name: 'End speech' }).click();
}

async function bringsAllToClaim(
  { olga, wall, ann, ben, late }: Record<'olga' | 'wall' | 'ann' | 'ben' | 'late', Person>,
  stage: Locator,
  reach: string,
): Promise<void> {
  const light = await consoleOf(olga, 'Spotlight');
  await olga.select(reach);
  await consoleOf(olga, 'Spotlight');
  await light.getByRole('button', { name: 'Bring everyone here' }).click();
  for (const person of [ann, ben, late]) await expect(person.panel).toHaveAttribute('data-selected', reach);
  await expect(stage.getByRole('heading', { name: REACH })).toBeVisible();
  await expect(stage.getByText('Ben', { exact: true })).toBeVisible();
  await expect(stage.getByText(OFFICE)).toBeVisible();
  await expect.poll(() => smallText(stage)).toEqual([]);
  await picture('spotlight', wall);
  await picture('brought', ann);
  await light.getByRole('button', { name: 'Clear spotlight' }).click();
}

async function workInGroups({ olga, ann, ben }: Record<'olga' | 'ann' | 'ben', Person>): Promise<void> {
  const groups = await consoleOf(olga, 'Groups');
  await groups.getByRole('button', { name: 'Form groups' }).click();
  await groups.getByLabel('Instructions').fill('Find a rule that all can keep.');
  await groups.getByLabel('How many groups').fill('2');
  await groups.getByRole('button', { name: 'Assign people' }).click();
  await groups.getByRole('button', { name: 'Start groups' }).click();
  await toDebate(ann);
  await ann.page.getByRole('link', { name: 'Go to your group' }).tap();
  await expect(ann.page.getByRole('link', { name: 'Back to main debate' })).toBeVisible();
  await ann.isLive();
  await ann.show('Outline');
  await picture('group', ann);
  await argues(ann, 'p_position1', 'Attack', SHARED);
  await groups.getByRole('button', { name: `Promote to the main debate: ${SHARED}` }).click();
  await expect(ben.claim(SHARED)).toHaveCount(1);
  await groups.getByRole('button', { name: 'End all groups' }).click();
  await ann.page.getByRole('link', { name: 'Back to main debate' }).tap();
  await ann.isLive();
  await ann.show('Outline');
}

async function voteInSecret(
  { olga, ann, ben }: Record<'olga' | 'ann' | 'ben', Person>,
  room: Person[],
  focus: string,
): Promise<void> {
  const agenda = await consoleOf(olga, 'Agenda');
  await agenda.getByRole('radio', { name: /^Secret/ }).click();
  const asked = olga.page.getByRole('dialog', { name: 'Make all votes secret?' });
  await expect(asked).toContainText('This can’t be undone');
  await asked.getByRole('button', { name: 'Make votes secret' }).click();
  await olga.isSaved();
  await goOn(olga, 'Vote', room);
  for (const [at, person] of room.entries()) {
    await toDebate(person);
    await person.select(focus);
    await person.vote(at < 4 ? 'Agree' : 'Disagree');
    await person.isSaved();
  }
  for (const person of [olga, ann])
    await expect(person.row(focus).getByRole('img', { name: /agree/ })).toHaveCount(0);
  await goOn(olga, 'Closing poll', room);
  await toDebate(ben);
  for (const person of [olga, ben])
    await expect(person.row(focus).getByRole('img', { name: '4 agree, 1 disagree' })).toBeVisible();
  await picture('totals', ben);
}

async function closesWithSwing(
  { olga, wall, ann, ben, tim, late }: Record<'olga' | 'wall' | 'ann' | 'ben' | 'tim' | 'late', Person>,
  room: Person[],
  stage: Locator,
): Promise<void> {
  for (const [person, option] of [
    [olga, 'For'],
    [ann, 'For'],
    [ben, 'For'],
    [tim, 'Undecided'],
    [late, 'For'],
  ] as const)
    await answer(person, 'Closing poll', option);
  await goOn(olga, 'Wrap-up', room);
  await expect(stage.getByRole('figure', { name: '4 people answered both polls' })).toBeVisible();
  await expect(stage.getByText('For: +25 points')).toBeVisible();
  await picture('swing', wall);
}

async function readsRecordAndBrief({
  olga,
  ann,
  ben,
  late,
}: Record<'olga' | 'ann' | 'ben' | 'late', Person>): Promise<void> {
  await (await consoleOf(olga, 'Agenda')).getByRole('button', { name: 'End agenda' }).click();
  await olga.isSaved();
  const brief = await exported(olga, 'PDF brief: results and strongest arguments on 2 pages');
  for (const text of [MOTION, FOCUS]) expect(brief).toContain(text);
  for (const text of [...SPAM, TOO_MANY, 'Timon']) expect(brief).not.toContain(text);
  const report = await exported(olga, 'PDF report: the whole debate, for print');
  for (const text of [MOTION, FOCUS, REACH, OFFICE, SHARED]) expect(report).toContain(text);
  for (const text of [...SPAM, TOO_MANY]) expect(report).not.toContain(text);
  const meetings = await consoleOf(olga, 'Meetings');
  await meetings.getByRole('link', { name: 'Record of meeting 1' }).click();
  const record = olga.page.locator('[data-record="1"]');
  await expect(record.locator('[data-count="claims"] dd')).toHaveText('4');
  await expect(record.locator('[data-count="promoted"] dd')).toHaveText('1');
  await expect(record.locator('[data-phase]')).toHaveCount(7);
  await expect(record.locator('[data-poll]')).toHaveCount(2);
  const persons = record.getByRole('table').filter({ hasText: 'Speaking time' }).first();
  for (const { name } of [ann, ben, late]) await expect(persons).toContainText(name);
  await expect(record.getByRole('table').filter({ hasText: 'Stance' })).toContainText('For23+1');
  for (const text of SPAM) await expect(record).not.toContainText(text);
  await isAccessible(olga.page, 'the record', 'dark');
  await olga.page.screenshot({ path: test.info().outputPath('record.png'), fullPage: true });
}
