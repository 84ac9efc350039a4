import { expect, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';

const server = withServer({});

const places = ['c_cutoff-risk', 'c_leverage-works', 'c_rules-not-tariffs'];

test('a server killed while three people write loses nothing it had acknowledged', async ({ newPerson }) => {
  // Three browsers and two starts of a server: on a busy machine more than the usual minute.
  test.slow();
  const ann = await newPerson('Ann');
  const people = [ann, await newPerson('Ben'), await newPerson('Cem')];
  await Promise.all(people.map((who) => who.open()));
  await Promise.all(people.map((who) => who.join()));
  for (const [index, who] of people.entries()) await who.select(places[index] ?? '');

  await test.step('earlier operations are acknowledged', async () => {
    await Promise.all(people.map((who) => write(who, 1, 3)));
    await Promise.all(people.map((who) => who.isSaved()));
  });
  await expect.poll(() => claimsOf(ann)).toHaveLength(9);
  const acknowledged = await claimsOf(ann);

  await test.step('the server dies in the middle of a sentence', async () => {
    for (const who of people) {
      await expect(who.board).toHaveAttribute('data-whole', '');
      who.watch.expectLostServer();
    }
    const writing = Promise.all(people.map((who) => write(who, 4, 7)));
    // Between two of their sentences: some are acknowledged, some on their way, some not yet written.
    await expect(ann.claim('Ben says 5')).toBeVisible();
    await server().kill();
    await writing;
    // The quickest may have been done before: everyone has a last word that the server has not heard.
    await Promise.all(people.map((who) => write(who, 8, 8)));
    for (const who of people) {
      await expect(who.page.getByRole('status').filter({ hasText: 'not sent' })).toBeVisible();
      await expect(who.claim(`${who.name} says 8`)).toContainText('not saved yet');
    }
  });

  await test.step('everyone catches up by themselves', async () => {
    await server().restart();
    await Promise.all(people.map((who) => who.isSaved()));
    for (const who of people) {
      await expect.poll(() => claimsOf(who)).toHaveLength(24);
      const claims = await claimsOf(who);
      expect(new Set(claims.map(({ text }) => text)).size).toBe(24);
      for (const claim of acknowledged) expect(claims).toContainEqual(claim);
      await expect(who.page.getByText(/not sent|not saved yet/)).toHaveCount(0);
    }
  });

  await test.step('a fresh page shows the same', async () => {
    const dora = await newPerson('Dora');
    await dora.open();
    await expect.poll(() => claimsOf(dora)).toEqual(await claimsOf(ann));
  });
});

/** Argues under what is selected, one numbered sentence after another. */
async function write(who: Person, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number++) {
    await who.argue('Support', `${who.name} says ${number} of it.`);
  }
}

/** The claims this test has made, as someone's outline shows them. */
async function claimsOf(who: Person): Promise<{ id: string; text: string }[]> {
  const claims = await who.page
    .locator('[data-item="claim"]')
    .evaluateAll((all) =>
      all.map(({ id }) => ({ id, text: document.getElementById(`${id}-text`)?.textContent ?? '' })),
    );
  return claims.filter(({ text }) => / says \d of it\.$/.test(text));
}
