import { expect, test, withServer } from './fixtures.ts';

withServer();

test('others’ additions are unread until opened, on the next visit too', { tag: '@quick' }, async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(), ben.open()]);
  await ann.join();
  await ben.join();
  await ben.select('c_leverage-works');
  const sign = (text: string) => ann.claim(text).first().locator('[data-sign="new"]');

  await ben.argue('Support', 'Nobody else could deliver in time.');
  await expect(sign('Nobody else could deliver')).toBeVisible();
  await expect(ben.page.locator('[data-sign="new"]')).toHaveCount(0);
  await ann.select(await ann.idOf('Nobody else could deliver in time.'));
  await expect(sign('Nobody else could deliver')).toHaveCount(0);

  await ben.argue('Support', 'The spare parts ran out in June.');
  await expect(sign('The spare parts')).toBeVisible();
  await ann.page.goto('/');
  await ben.argue('Support', 'A fourth reason came overnight.');
  await ben.isSaved();
  await ann.open();
  await expect(sign('A fourth reason')).toBeVisible();
  await expect(sign('The spare parts')).toBeVisible();
  await expect(sign('Nobody else could deliver')).toHaveCount(0);
});

test('a contested claim says so, in the outline and on the map', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  await ann.open();
  await expect(ann.row('c_already-giant')).toContainText('contested');
  await expect(ann.row('c_cutoff-risk')).not.toContainText('contested');
  await ann.show('Map');
  await ann.walkToPosition('p_hawks');
  await ann.page.keyboard.press('ArrowRight');
  await expect(ann.card('c_already-giant')).toBeFocused();
  await ann.page.keyboard.press('Space');
  await expect(ann.card('c_already-giant')).toContainText('contested');
  await expect(ann.card('c_already-giant')).toHaveAttribute('aria-label', /\(contested\)$/);
});
