import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { isForThumbs } from './is-for-thumbs.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const CASE = 'Shops lose the customers who come by car.';
const REWORDED = 'Shops lose the customers who come by car, and close.';
const MISSING = 'Say that shops close.';

const strip = ({ page }: Person): Locator => page.getByRole('region', { name: 'Current phase' });
const bestCase = ({ panel }: Person): Locator => panel.locator('[data-section="steelman"]');
const sign = (person: Person, text: string): Locator =>
  person.claim(text).first().locator('[data-sign="steelman"]');

interface People {
  readonly olga: Person;
  readonly ann: Person;
  readonly ben: Person;
}

test('a team writes the best case for the other, which says on a phone what is missing, and then that it is their view', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ann, ben] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1440, height: 900 } }),
    newPerson('Ann'),
    newPerson('Ben', PHONE),
  ]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await turnsTeamsOn(olga);
  for (const [person, team] of [
    [ann, 'For'],
    [ben, 'Against'],
  ] as const) {
    await person.open(address);
    await person.join();
    await person.page
      .getByRole('region', { name: 'Which position do you speak for?' })
      .getByRole('button', { name: team, exact: true })
      .click();
    await person.isSaved();
  }
  await test.step('the facilitator starts a phase in which teams switch sides', () =>
    switchSides({ olga, ann, ben }));
  const id = await test.step('a team writes for the other, and nobody attacks it yet', () =>
    writesBestCase({ olga, ann, ben }));
  await test.step('on a phone, its people say what is missing', () => saysWhatIsMissing({ ann, ben }, id));
  await test.step('the authors reword it, and it is recognized', () =>
    rewordsAndRecognizes({ olga, ann, ben }, id));
});

async function turnsTeamsOn({ page }: Person): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Manage' }).click();
  const dialog = page.getByRole('dialog', { name: 'Manage debate' });
  await dialog.getByRole('tab', { name: 'People' }).click();
  await dialog.getByRole('radio', { name: 'Yes, and they choose it' }).check();
  await expect(dialog.getByLabel('Members who must agree')).toHaveValue('1');
  await page.keyboard.press('Escape');
}

async function switchSides({ olga, ann, ben }: People): Promise<void> {
  await olga.page.keyboard.press('p');
  const panel = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await panel.getByRole('button', { name: 'A debate in which teams switch sides' }).click();
  await panel.getByRole('button', { name: 'Edit Switch sides' }).click();
  await panel.getByRole('button', { name: 'Go to phase' }).click();
  await olga.isSaved();
  await expect(strip(ann)).toContainText('You now write for Against.');
  await expect(strip(ben)).toContainText('You now write for For.');
  await expect(strip(olga)).toContainText('For now writes for Against.');
  await isAccessible(olga.page, 'the console in a phase that switches sides', 'light');
  await olga.page.keyboard.press('p');
}

async function writesBestCase({ olga, ann }: People): Promise<string> {
  await ann.select('p_position2');
  await ann.argue('Support', CASE);
  await ann.isSaved();
  const id = await ann.idOf(CASE);
  await expect(sign(olga, CASE)).toHaveText('⇄ Best case for Against, by For: not recognized yet');
  await olga.select(id);
  await expect(bestCase(olga)).toContainText('Until people of Against recognize it');
  await expect(
    olga.panel.locator('[data-column="attack"]').getByRole('button', { name: 'Attack' }),
  ).toHaveCount(0);
  await expect(olga.panel.getByRole('button', { name: /^Agree/ })).toHaveCount(0);
  return id;
}

async function saysWhatIsMissing({ ann, ben }: Pick<People, 'ann' | 'ben'>, id: string): Promise<void> {
  const chip = ben.page.getByRole('button', { name: '1 best case to review' });
  await isForThumbs(chip);
  await chip.tap();
  const list = ben.page.getByRole('dialog', { name: 'Best cases' });
  await expect(list).toContainText('Waiting for your team’s answer');
  await list.getByRole('button', { name: CASE }).tap();
  await expect(ben.panel).toHaveAttribute('data-selected', id);
  await isForThumbs(bestCase(ben).getByRole('button', { name: 'That is our view' }));
  await bestCase(ben).getByRole('button', { name: 'Not yet' }).tap();
  await ben.page.getByLabel('What is missing?').fill(MISSING);
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Send' }).tap();
  await expect(bestCase(ben)).toContainText('You said: Not yet.');
  await isAccessible(ben.page, 'a best case on a phone', 'dark');
  await ann.select(id);
  await expect(bestCase(ann)).toContainText(`Ben: not yet`);
  await expect(bestCase(ann)).toContainText(MISSING);
  await expect(bestCase(ann)).toContainText('Against will be asked again');
}

async function rewordsAndRecognizes({ olga, ann, ben }: People, id: string): Promise<void> {
  await ann.panel.getByRole('button', { name: 'Edit', exact: true }).click();
  await ann.page.keyboard.press('ControlOrMeta+a');
  await ann.page.keyboard.type(REWORDED);
  await ann.page.keyboard.press('Escape');
  await ann.isSaved();
  await expect(bestCase(ben)).toContainText('It was reworded since your answer.');
  await bestCase(ben).getByRole('button', { name: 'That is our view' }).tap();
  await expect(bestCase(olga)).toContainText('People of Against recognized it as their view.');
  await expect(sign(olga, REWORDED)).toHaveText('⇄ Best case for Against, by For: recognized');
  await expect(olga.page.getByRole('button', { name: 'Best cases: 1 of 1 recognized' })).toBeVisible();
  await olga.select(id);
  await olga.argue('Attack', 'Studies of pedestrian streets find more customers.');
  await olga.isSaved();
}
