import { expect, test, withServer } from './fixtures.ts';
import { startDebate } from './start-debate.ts';
withServer();
test('shots', async ({ newPerson }) => {
  test.setTimeout(120_000);
  const olga = await newPerson('Olga');
  const ann = await newPerson('Ann', { viewport: { width: 390, height: 844 }, hasTouch: true });
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.page.keyboard.press('p');
  const panel = olga.page.getByRole('complementary', { name: 'Facilitate' });
  const shot = async (name: string) => {
    for (const theme of ['light', 'dark'] as const)
      for (const [who, person] of [['wide', olga], ['phone', ann]] as const) {
        await person.page.emulateMedia({ colorScheme: theme });
        await person.page.screenshot({ path: `/tmp/shots-agenda/${name}-${who}-${theme}.png` });
      }
  };
  await ann.page.goto(address);
  await ann.isLive();
  await shot('1-presets');
  await panel.getByRole('button', { name: 'A seminar of 90 minutes' }).click();
  await panel.getByRole('button', { name: 'Start: Opening poll' }).click();
  await panel.getByRole('button', { name: 'Go on to Silent writing' }).click();
  await olga.isSaved();
  const position = (await olga.page.locator('[data-item="position"]').first().getAttribute('id')) ?? '';
  await olga.select(position);
  await olga.argue('Support', 'Buses carry more people than cars ever did');
  await olga.isSaved();
  await shot('2-writing');
  await olga.show('Map');
  await shot('3-writing-map');
  await panel.getByRole('button', { name: 'Edit Vote' }).click();
  await shot('4-edit');
  await panel.getByRole('button', { name: 'Go on to Open debate' }).click();
  await expect(ann.page.getByText('Revealed').first()).toBeVisible();
  await shot('5-reveal');
  await olga.page.setViewportSize({ width: 390, height: 844 });
  await shot('6-console-phone');
});
