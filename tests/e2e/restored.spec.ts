import { expect, test, withServer } from './fixtures.ts';

const server = withServer({});

const UNDER = 'c_leverage-works';
const BEFORE = 'Written before the copy.';
const LOST = 'Acknowledged after the copy.';
const UNSENT = 'Written while the server was away.';

test('[SY17] a page ahead of a restored copy begins from the server; what was its own is asked for again', async ({
  newPerson,
}) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  for (const { watch } of [ann, ben]) watch.expectLostServer();
  await Promise.all([ann.open(), ben.open()]);
  await Promise.all([ann.join(), ben.join()]);
  await ann.select(UNDER);
  await ann.argue('Support', BEFORE);
  await ann.isSaved();

  for (const { board } of [ann, ben]) await expect(board).toHaveAttribute('data-whole', '');
  const copy = await server().stopForCopy();
  await server().restart();
  await Promise.all([ann.isLive(), ben.isLive()]);
  await ann.argue('Support', LOST);
  await ann.isSaved();
  await ben.select(UNDER);
  await ben.argue('Attack', 'Of Ben, acknowledged after the copy.');
  await ben.isSaved();
  await expect(ann.claim('Of Ben, acknowledged after the copy.')).toBeVisible();

  await server().stopForRestore(copy);
  await expect(ann.board).toHaveAttribute('data-connection', 'reconnecting');
  await ann.argue('Support', UNSENT);
  await expect(ann.board).toHaveAttribute('data-pending', '1');
  await server().restart();

  await Promise.all([ann.isSaved(), ben.isSaved()]);
  for (const who of [ann, ben]) {
    await expect(who.claim(BEFORE)).toBeVisible();
    await expect(who.claim(UNSENT)).toBeVisible();
    // The copy has no word of it, and nobody who had it pending: its author may write it again.
    await expect(who.claim(LOST)).toHaveCount(0);
  }
  await ann.page.reload();
  await ann.show('Outline');
  await expect(ann.claim(UNSENT)).toHaveCount(1);
});
