import { expect, test, withServer } from './fixtures.ts';

withServer();

test('what is clicked on the far map is what the keys mean, and is come near to where one writes in it', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(seeded, 'Map');
  await ann.join();
  const map = page.getByRole('region', { name: 'Argument map' });
  await expect(map).toHaveAttribute('data-level', 'titles');
  // A far card is drawn, not an element: the first claim of the first position stands here on this screen.
  await page.mouse.click(355, 165);
  await expect(ann.panel).toHaveAttribute('data-selected', /^c_/);
  const id = (await ann.panel.getAttribute('data-selected')) ?? '';
  await expect(ann.card(id)).toBeFocused();
  await page.keyboard.press('1');
  await expect(ann.panel.getByRole('button', { name: /^Agree, / })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('e');
  await expect(ann.card(id).getByRole('textbox')).toBeFocused();
  await expect(map).toHaveAttribute('data-level', 'cards');
});
