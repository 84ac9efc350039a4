import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { isForThumbs } from './is-for-thumbs.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const AIR = 'Fewer cars mean cleaner air.';
const AGREED = 'What we agree on';
const UNSEEN = '[a claim that isn’t shown]';

const pane = ({ page }: Person): Locator => page.getByRole('complementary', { name: 'Conclusion' });
const section = (person: Person, name: string): Locator => pane(person).getByRole('region', { name });
const editor = ({ page }: Person, name: string): Locator => page.getByRole('textbox', { name });
const signOff = (person: Person, position: string): Locator =>
  section(person, 'Signed off by').getByRole('listitem').filter({ hasText: position }).first();
const article = ({ page }: Person): Locator =>
  page.getByRole('main').getByRole('region', { name: 'Conclusion' });

interface People {
  readonly olga: Person;
  readonly ben: Person;
  readonly fay: Person;
}

test('three people write the conclusion, cite a claim and sign; one of them on a phone, and a reader reads it first', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ben, fay, rita] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Ben'),
    newPerson('Fay', PHONE),
    newPerson('Rita'),
  ]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  for (const person of [ben, fay]) {
    await person.open(address);
    await person.join();
  }
  await olga.select('p_position1');
  await olga.argue('Support', AIR);
  await olga.isSaved();
  await olga.page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: 'Conclusion' }).click();
  await pane(olga).getByRole('button', { name: 'Start the conclusion' }).click();

  await test.step('others write it at once, and see what the others type', () =>
    writeTogether({ olga, ben }));
  await test.step('on a phone it is read, and signed for a position', () => signOnPhone({ olga, fay }));
  await test.step('a change afterwards is said, and the new version is signed again', () =>
    changeAndSign({ olga, ben, fay }));
  await test.step('a reader finds it before everything else, and nobody reads a retracted claim in it', async () => {
    await rita.open(address);
    await expect(article(rita)).toContainText(`The air counts: ${AIR} and health.`);
    await expect(article(rita)).toContainText('signed by 1 person');
    await article(rita).getByRole('link', { name: AIR }).click();
    await expect(rita.panel).toContainText(AIR);
    await olga.select(await olga.idOf('Fewer cars'));
    await olga.choose('Retract');
    await expect(article(rita)).toContainText(UNSEEN);
    await expect(article(rita)).not.toContainText(AIR);
  });
});

async function writeTogether({ olga, ben }: Pick<People, 'olga' | 'ben'>): Promise<void> {
  await ben.page.getByRole('button', { name: 'Write', exact: true }).click();
  await section(ben, AGREED).getByRole('button').click();
  await expect(editor(ben, AGREED)).toBeFocused();
  await ben.page.keyboard.type('The air counts: #cleaner');
  await expect(ben.page.getByRole('listbox').getByRole('option')).toHaveText([AIR]);
  await ben.page.keyboard.press('Enter');
  await expect(section(olga, AGREED).getByRole('link', { name: AIR })).toBeVisible();
  await section(olga, AGREED).getByRole('button').click();
  await expect(editor(olga, AGREED)).toBeFocused();
  await olga.page.keyboard.type('and health.');
  await expect(editor(ben, AGREED)).toContainText('and health.');
  for (const person of [ben, olga]) {
    await person.page.keyboard.press('Escape');
    await expect(editor(person, AGREED)).toHaveCount(0);
    await person.isSaved();
  }
}

async function signOnPhone({ olga, fay }: Pick<People, 'olga' | 'fay'>): Promise<void> {
  await fay.page.getByRole('button', { name: 'Write or sign' }).tap();
  const sign = signOff(fay, 'For').getByRole('button', { name: 'Sign for For' });
  await isForThumbs(sign);
  await sign.tap();
  await expect(signOff(olga, 'For')).toContainText('signed by 1 person');
  await expect(signOff(olga, 'For')).toContainText('Fay');
  await isAccessible(fay.page, 'the conclusion on a phone', 'light');
  await isAccessible(olga.page, 'the conclusion', 'dark');
}

async function changeAndSign({ olga, ben, fay }: People): Promise<void> {
  await section(ben, AGREED).getByRole('button').click();
  await expect(editor(ben, AGREED)).toBeFocused();
  await ben.page.keyboard.type(' And noise.');
  await ben.page.keyboard.press('Escape');
  await expect(signOff(fay, 'For')).toContainText('1 person signed an earlier version');
  await pane(olga).getByRole('button', { name: 'Close writing' }).click();
  await expect(section(fay, AGREED).getByRole('button')).toHaveCount(0);
  await signOff(fay, 'For').getByRole('button', { name: 'Sign this version for For' }).tap();
  await expect(signOff(ben, 'For')).toContainText('signed by 1 person');
  await signOff(olga, 'Against').getByRole('button', { name: 'Record that Against signed off' }).click();
  await expect(signOff(ben, 'Against')).toContainText('sign-off recorded by a moderator');
}
