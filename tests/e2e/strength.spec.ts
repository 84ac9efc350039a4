import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';
import { aVotingCrowd } from './voting-crowd.ts';

const server = withServer();

test('the strength of a claim follows votes and arguments live, and explains itself: what moves it, what if it were gone, which attacks nobody answered', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.select('p_position1');
  await olga.argue('Support', 'The air is better.');
  await olga.isSaved();
  const air = await olga.idOf('The air is better.');
  await olga.select(air);
  const strength = olga.panel.locator('[data-section="strength"]');
  await expect(strength).toContainText('Shown once the claim has 5 votes for or against.');
  await expect(strength.getByRole('img')).toHaveCount(0);
  const voters = await aVotingCrowd(server().origin, address, 4);
  const allAgree = async (claimId: string) => {
    for (const voter of voters) await voter.vote([claimId], ['agree']);
  };

  await test.step('it is shown from 5 votes on, and an attack moves it once people agree with the attack', () =>
    appearsFromFiveVotes(ben, address, air, strength, allAgree));

  await test.step('the number opens by the keyboard and says what moves it', () =>
    explainsByKeys(olga, strength));

  await test.step('once the attack is answered, it is no longer listed', () =>
    forgetsAnsweredAttack(ben, strength, allAgree));

  await test.step('the step is weighed by the mouse and by keys, and both see what came of it', () =>
    weighsStep(olga, ben, air));

  await test.step('its card on the map has it in words, and W leads from there to its weight', () =>
    weighsFromMap(ben, air));
  for (const voter of voters) voter.close();
});

async function appearsFromFiveVotes(
  ben: Person,
  address: string,
  air: string,
  strength: Locator,
  allAgree: (claimId: string) => Promise<void>,
): Promise<void> {
  await allAgree(air);
  await ben.open(address);
  await ben.join();
  await ben.select(air);
  await expect(strength).toContainText('Shown once the claim has 5 votes for or against.');
  await ben.vote('Agree');
  await ben.isSaved();
  await expect(strength.getByRole('img', { name: 'Strength 0.71 of 1' })).toBeVisible();
  await expect(strength).toContainText('0.71 by its votes alone');
  await ben.argue('Attack', 'Only where there are other ways to get in.');
  await ben.isSaved();
  await expect(strength.getByRole('img', { name: 'Strength 0.71 of 1' })).toBeVisible();
  await allAgree(await ben.idOf('Only where there are'));
  await expect(strength.getByRole('img', { name: 'Strength 0.24 of 1' })).toBeVisible();
}

async function explainsByKeys(olga: Person, strength: Locator): Promise<void> {
  const opener = strength.getByRole('button', { name: /^Strength/ });
  await opener.focus();
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await olga.page.keyboard.press('Enter');
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  const part = (title: string) =>
    strength.locator('div', { has: olga.page.getByRole('heading', { name: title, exact: true }) }).last();
  await expect(part('What moves it').getByRole('listitem')).toContainText(['−0.48']);
  await expect(part('What moves it').getByRole('img', { name: 'attacks it' })).toBeVisible();
  await expect(part('Unanswered attacks').getByRole('listitem')).toContainText(['Only where there are']);
  await expect(part('What would change it').getByRole('listitem')).toContainText(['0.24 → 0.71accepted']);
  await expect(part('What if this were gone').getByRole('listitem')).toHaveCount(1);
  await expect(strength).toContainText('claims without votes have no weight of their own');
  await expect(strength).toContainText('By attacks alone, it is rejected');
  await isAccessible(olga.page, 'a strength that is open', 'light');
  await isAccessible(olga.page, 'a strength that is open', 'dark');
}

async function forgetsAnsweredAttack(
  ben: Person,
  strength: Locator,
  allAgree: (claimId: string) => Promise<void>,
): Promise<void> {
  await ben.select(await ben.idOf('Only where there are'));
  await ben.argue('Attack', 'There are trams.');
  await ben.isSaved();
  await expect(strength).toContainText('Every attack on it and on its supporting arguments has an answer.');
  await allAgree(await ben.idOf('There are trams.'));
  await expect(strength.getByRole('img', { name: 'Strength 0.56 of 1' })).toBeVisible();
}

async function weighsStep(olga: Person, ben: Person, air: string): Promise<void> {
  const weight = ben.panel.locator('[data-section="weight"]');
  await ben.select(air);
  await weight.getByRole('button', { name: '1 A little' }).click();
  await expect(weight.getByRole('button', { name: '1 A little' })).toHaveAttribute('aria-pressed', 'true');
  await ben.isSaved();
  await expect(olga.panel.locator('[data-section="weight"]')).toContainText('1 person rated it: 1.00 of 4.');
  await ben.page.keyboard.press('3');
  await expect(weight.getByRole('button', { name: '3 A lot' })).toHaveAttribute('aria-pressed', 'true');
  await ben.isSaved();
  await expect(olga.panel.locator('[data-section="weight"]')).toContainText('1 person rated it: 3.00 of 4.');
  // Given again it is withdrawn.
  await ben.page.keyboard.press('3');
  await ben.isSaved();
  await expect(olga.panel.locator('[data-section="weight"]')).toContainText('Not rated yet');
}

async function weighsFromMap(ben: Person, air: string): Promise<void> {
  await ben.show('Map');
  const card = ben.page.locator(`[data-box="${air}"]`);
  await ben.page.keyboard.press('Escape');
  await expect(card.getByRole('img', { name: 'Strength: medium' })).toBeVisible();
  await card.focus();
  await ben.page.keyboard.press('w');
  await expect(ben.panel.getByRole('button', { name: '0 Not at all' })).toBeFocused();
  await ben.page.keyboard.press('2');
  await expect(ben.panel.getByRole('button', { name: '2 Half' })).toHaveAttribute('aria-pressed', 'true');
  await ben.isSaved();
}
