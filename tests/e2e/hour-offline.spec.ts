import { expect, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';

withServer();

/** Milliseconds for two hundred operations to arrive, as fast as the server takes them of one person. */
const ARRIVED = 180_000;

test('[PA4] an hour offline: 200 operations, 50 of them too late, and each is done or explained (F8, I7)', async ({
  newPerson,
}) => {
  test.slow();
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(), ben.open()]);
  await Promise.all([ann.join(), ben.join()]);
  const goes = 'This claim will be gone in an hour.';
  await ann.select('c_own-remedy');
  await ann.argue('Attack', goes);
  await ann.isSaved();
  await expect(ben.claim(goes)).toBeVisible();
  const gone = await ben.idOf(goes);

  await test.step('150 that will fit and 50 that will not, mixed', async () => {
    await expect(ben.board).toHaveAttribute('data-whole', '');
    ben.watch.expectLostServer();
    await ben.context.setOffline(true);
    await expect(ben.board).toHaveAttribute('data-connection', 'reconnecting');
    for (let round = 1; round <= 10; round += 1) {
      await votes(ben, gone, 4);
      await ben.select(gone);
      await argues(ben, `Too late, number ${round}.`);
      await votes(ben, 'c_leverage-works', 14);
      await ben.select('c_leverage-works');
      await argues(ben, `In time, number ${round}.`);
    }
    await expect(ben.board).toHaveAttribute('data-pending', '200');
  });
  await ann.select(gone);
  await ann.choose('Retract');
  await ann.isSaved();
  const before = Number(await ann.board.getAttribute('data-seq'));

  await ben.context.setOffline(false);
  await expect(ben.board).toHaveAttribute('data-pending', '0', { timeout: ARRIVED });
  await expect(ann.board).toHaveAttribute('data-seq', String(before + 150), { timeout: ARRIVED });
  await expect(ben.board).toHaveAttribute('data-seq', String(before + 150));
  for (const who of [ann, ben]) {
    await expect(who.claim('In time, number')).toHaveCount(10);
    await expect(who.claim('Too late, number')).toHaveCount(0);
  }
  const tray = ben.page.getByRole('region', { name: '50 changes couldn’t be made' });
  await tray.getByRole('button', { name: 'Show them' }).click();
  await expect(tray.getByRole('heading', { name: goes })).toBeVisible();
  await expect(tray).toContainText('It was retracted.');
  await expect(tray.getByRole('blockquote')).toHaveText(
    Array.from({ length: 10 }, (_, index) => `Too late, number ${index + 1}.`),
  );
});

/** Supports the selected claim, which moves the focus to the new one. */
async function argues(who: Person, text: string): Promise<void> {
  await who.argue('Support', text);
  await expect(who.page.getByRole('treeitem', { name: text })).toBeFocused();
}

/** Votes so often on a claim, each time another answer, by the keys. */
async function votes(who: Person, id: string, times: number): Promise<void> {
  await who.line(id).focus();
  for (let time = 0; time < times; time += 1) {
    const waiting = Number(await who.board.getAttribute('data-pending'));
    await who.page.keyboard.press(['1', '2'][time % 2] ?? '');
    await expect(who.board).toHaveAttribute('data-pending', String(waiting + 1));
  }
}
