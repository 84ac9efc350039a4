import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const sectionOf = ({ panel }: Person) => panel.locator('[data-section="scheme"]');
const questionOf = (person: Person, asks: string) =>
  sectionOf(person).getByRole('listitem').filter({ hasText: asks });

test('Olga names the kind of her argument; Ben asks one of its questions, Cem attacks the step with another, and she answers', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ben, cem] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Cem')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.select('p_position1');
  await olga.argue('Support', 'Traffic planners recommend it.');
  await olga.isSaved();
  const claim = await olga.idOf('Traffic planners recommend it.');
  for (const person of [ben, cem]) {
    await person.open(address);
    await person.join();
    await person.select(claim);
    await expect(person.panel.getByRole('heading', { name: 'Comments' })).toBeVisible();
    await expect(sectionOf(person)).toHaveCount(0);
  }

  await test.step('everyone sees the questions that her argument should stand up to', async () => {
    await olga.select(claim);
    await sectionOf(olga).getByLabel('Kind of argument').selectOption('Expert opinion');
    for (const person of [olga, ben, cem])
      await expect(sectionOf(person)).toContainText('Critical questions · 5 of 5 open');
    await expect(sectionOf(ben)).toContainText('Someone who knows the field says so.');
    await isAccessible(olga.page, 'the panel with critical questions', 'light');
  });

  await test.step('a question becomes a comment, another one an undercut that has its doubt', async () => {
    await questionOf(ben, 'Is this source an expert?')
      .getByRole('button', { name: /^Ask as a comment/ })
      .click();
    await expect(olga.panel.locator('[data-section="comments"]')).toContainText('Is this source an expert?');
    await questionOf(cem, 'Do other experts agree?')
      .getByRole('button', { name: /^Challenge/ })
      .click();
    const undercut = cem.page.getByRole('form', { name: /doesn’t follow$/ });
    await expect(undercut.getByRole('textbox').first()).toHaveValue('Other experts disagree.');
  });

  await test.step('she marks a question as answered by the keyboard, and the claim counts those still open', async () => {
    const answered = questionOf(olga, 'Is this source an expert?').getByRole('button', { name: /^Answered/ });
    await answered.focus();
    await olga.page.keyboard.press('Enter');
    for (const person of [olga, ben, cem]) {
      await expect(sectionOf(person)).toContainText('4 of 5 open');
      await expect(person.page.locator('[data-sign="questions"]').first()).toContainText(
        '4 critical questions',
      );
    }
  });
});
