import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { LiveProxy } from './live-proxy.ts';
import type { Person } from './person.ts';
import { settledBox } from './settled-box.ts';

const server = withServer();

let way: LiveProxy;
test.beforeEach(async () => {
  way = await LiveProxy.before(server().origin);
});
test.afterEach(() => way.close());

type NewPerson = (name: string, options?: object) => Promise<Person>;

interface CutOff {
  /** Her first browser, cut off. */
  readonly ann: Person;
  /** Her other browser, which is not. */
  readonly other: Person;
  /** The ids of her claims. */
  readonly ids: readonly string[];
}

/** Ann at two browsers, with claims of her own; then the way of the first is cut. */
async function cutOff(newPerson: NewPerson, claims: readonly string[]): Promise<CutOff> {
  const ann = await newPerson('Ann', { origin: way.origin });
  ann.watch.expectLostServer();
  await ann.open();
  await ann.join();
  for (const claim of claims) {
    await ann.select('c_own-remedy');
    await ann.argue('Attack', claim);
    await ann.isSaved();
  }
  const ids = await Promise.all(claims.map((claim) => ann.idOf(claim)));
  const other = await newPerson('Ann', { storageState: await ann.context.storageState() });
  await other.open();
  way.cut();
  await expect(ann.board).toHaveAttribute('data-connection', 'reconnecting');
  return { ann, other, ids };
}

async function retracts(person: Person, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await person.select(id);
    await person.choose('Retract');
    await person.isSaved();
  }
}

function tray(person: Person, count: number): Locator {
  const title = count === 1 ? '1 change couldn’t be made' : `${count} changes couldn’t be made`;
  return person.page.getByRole('region', { name: title });
}

test('[PA4] operations on a refused argument are refused with it, everything else continues; restored, all of it applies', async ({
  newPerson,
}) => {
  const claim = 'A remedy its makers doubt is soon given up.';
  const { ann, other, ids } = await cutOff(newPerson, [claim]);
  const [id = ''] = ids;
  const [under, below, elsewhere] = [
    'Doubt came first.',
    'And stayed for years.',
    'This is about something else.',
  ];
  await ann.select(id);
  await ann.argue('Attack', under);
  await ann.select(await ann.idOf(under));
  await ann.argue('Support', below);
  await ann.vote('Agree');
  await ann.select('c_leverage-works');
  await ann.argue('Support', elsewhere);
  await retracts(other, [id]);

  way.restore();
  await expect(other.claim(elsewhere)).toBeVisible();
  const refused = tray(ann, 3);
  await refused.getByRole('button', { name: 'Show them' }).click();
  await expect(refused.getByRole('heading', { name: claim })).toBeVisible();
  await expect(refused.getByRole('blockquote')).toHaveText([under, below]);
  await expect(refused).toContainText(`Your argument for “${under}”`);
  await expect(refused).toContainText('It belongs to one of your arguments that couldn’t be added.');
  await expect(ann.board).toHaveAttribute('data-pending', '0');

  await refused.getByRole('button', { name: 'Restore, then try all 3' }).click();
  await expect(refused).toBeHidden();
  await ann.isSaved();
  for (const text of [claim, under, below]) await expect(other.claim(text)).toBeVisible();
});

test('many at once are gathered by what they are about, folded, taken away as a text, and discarded, all by keyboard', async ({
  newPerson,
}) => {
  const claims = ['The first claim of two.', 'The second claim of two.'];
  const { ann, other, ids } = await cutOff(newPerson, claims);
  const { page } = ann;
  await ann.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const [index, id] of ids.entries()) {
    for (const words of ['one', 'two', 'three']) {
      await ann.select(id);
      await ann.argue('Support', `Reason ${words} for claim ${index + 1}.`);
    }
  }
  await retracts(other, ids);
  way.restore();

  const refused = tray(ann, 6);
  await expect(refused.getByRole('status')).toHaveText('6 changes couldn’t be made');
  await refused.getByRole('button', { name: 'Show them' }).press('Enter');
  await expect(refused.getByRole('heading', { level: 3 })).toHaveText(claims);
  await expect(refused.getByRole('blockquote').filter({ visible: true })).toHaveCount(3);
  const second = refused.getByRole('button', { name: 'The second claim of two., 3 changes' });
  await second.press('Enter');
  await expect(second).toHaveAttribute('aria-expanded', 'true');
  await expect(refused.getByRole('blockquote').filter({ visible: true })).toHaveCount(6);

  await isAccessible(page, 'what was refused', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await isAccessible(page, 'what was refused', 'dark');

  await refused.getByRole('button', { name: 'Copy all' }).press('Enter');
  const copied = async () => (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  for (const line of ['The second claim of two.', 'Your argument for it', 'Reason three for claim 2.'])
    await expect.poll(copied).toContain(line);

  await refused.getByRole('button', { name: 'Discard', exact: true }).first().press('Enter');
  const fewer = tray(ann, 5);
  const fold = fewer.getByRole('button', { name: 'Fold' });
  await expect(fold).toBeFocused();
  await fold.press('Enter');
  await expect(fewer.getByRole('list')).toBeHidden();
  await fewer.getByRole('button', { name: 'Show them' }).press('Enter');
  await fewer.getByRole('button', { name: 'Discard all…' }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Discard 5 changes?' });
  await question.getByRole('button', { name: 'Discard' }).press('Enter');
  await expect(fewer).toBeHidden();
});

test('the tray comes as one line, opens beside the map, and covers nothing of it', async ({ newPerson }) => {
  const { ann, other, ids } = await cutOff(newPerson, ['A claim that goes.']);
  await ann.select(ids[0] ?? '');
  await ann.argue('Support', 'A reason for what goes.');
  await ann.show('Map');
  const stage = await settledBox(ann.board);
  await retracts(other, ids);
  way.restore();
  const refused = tray(ann, 1);
  await expect(refused).toBeVisible();
  await expect.poll(async () => (await refused.boundingBox())?.height).toBeLessThan(60);
  await expect.poll(() => ann.board.boundingBox()).toEqual(stage);

  await refused.getByRole('button', { name: 'Show it' }).click();
  await expect(async () => {
    const [open, beside] = [await refused.boundingBox(), await ann.board.boundingBox()];
    expect((open?.x ?? 0) + (open?.width ?? 0)).toBeLessThanOrEqual(beside?.x ?? 0);
  }).toPass();

  await test.step('without room beside, it makes way for the linked claim', async () => {
    await ann.page.setViewportSize({ width: 390, height: 844 });
    await refused.getByRole('button', { name: 'A claim that goes.' }).click();
    await expect(refused.getByRole('blockquote')).toBeHidden();
    await expect(ann.panel).toContainText('This claim was retracted.');
    await expect(ann.panel).not.toContainText('still count');
  });
});
