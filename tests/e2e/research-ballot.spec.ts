import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { Answer } from '../../domain/debate/votes/vote.ts';
import { expect, type Locator, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';
import { aVotingCrowd } from './voting-crowd.ts';

const server = withServer();

const WORDS = [
  'Where cars are gone, people stay longer.',
  'Deliveries come at night then.',
  'The air gets better within weeks.',
  'Buses run on time.',
  'Shops on the edge of town win.',
  'Children walk to school again.',
  'Benches and trees must be there.',
];
const FOR: readonly Answer[] = ['agree', 'disagree', 'agree', 'agree', 'disagree', 'agree', 'agree'];
const AGAINST: readonly Answer[] = ['disagree', 'agree', 'pass', 'disagree', 'agree', 'disagree', 'agree'];

/** A debate of Olga's with these claims, and a crowd in it. */
async function aDebate(olga: Person) {
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  const voters = await aVotingCrowd(server().origin, address, 15);
  const [first] = voters;
  const positionId = first?.snapshot().positions[0]?.id ?? '';
  const claims = WORDS.map((_, nth) => `c_words${nth}`);
  for (const [nth, claimId] of claims.entries()) {
    const place = {
      positionId,
      target: { kind: 'position', id: positionId },
      relation: 'support',
      after: null,
    } as const;
    const text = WORDS[nth] ?? '';
    const answer = await first?.submit({
      type: 'claim.add',
      claimId,
      linkId: `l_words${nth}`,
      text,
      ...place,
    });
    expect(answer).toMatchObject({ ok: true });
  }
  return { address, voters, claims };
}

/** The export dialog, with the tables of Polis chosen. */
async function exportOf({ page }: Person): Promise<Locator> {
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export debate' });
  await dialog.getByLabel('Format').selectOption('polis');
  return dialog;
}

/** The tables that a person downloads, by name. */
async function tablesOf(person: Person): Promise<Map<string, string>> {
  const dialog = await exportOf(person);
  await expect(dialog.getByText('With votes: one numbered row per person')).toBeVisible({ timeout: 40_000 });
  const [download] = await Promise.all([
    person.page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const files = Object.entries(unzipSync(await readFile(await download.path())));
  return new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

test('[BL10] [BL11] in a ballot for research votes leave as rows without names, once voting is over', async ({
  newPerson,
}) => {
  test.slow();
  const [olga, ann, ben] = await Promise.all([newPerson('Olga'), newPerson('Ann'), newPerson('Ben')]);
  const { address, voters, claims } = await aDebate(olga);

  await test.step('the facilitator chooses it before the first vote', async () => {
    await olga.page.getByRole('button', { name: 'Facilitate' }).click();
    const panel = olga.page.getByRole('complementary', { name: 'Facilitate' });
    await panel.getByRole('tab', { name: 'Agenda' }).click();
    await panel.getByRole('radio', { name: /^For research/ }).click();
    await olga.page.getByRole('button', { name: 'Make it for research' }).click();
    await expect(panel.getByText(/for research and can’t be opened later/)).toBeVisible();
    await olga.isSaved();
  });

  await test.step('people read it beside the buttons and vote; no file has their votes yet', async () => {
    await Promise.all(voters.map((voter, nth) => voter.vote(claims, nth % 5 < 3 ? FOR : AGAINST)));
    for (const person of [ann, ben]) {
      await person.open(address);
      await person.join();
      await person.select(claims[0] ?? '');
      const said = person.panel.getByText(/^For research: from 15 voters on/);
      await expect(said.filter({ visible: true })).toHaveCount(1);
      await person.vote('Agree');
      await person.isSaved();
    }
    const dialog = await exportOf(ann);
    await expect(dialog.getByText('once voting is over and at least 15 people voted')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('once the debate is closed, everyone gets the same rows, and nobody is in them', async () => {
    await olga.page.getByRole('button', { name: 'Manage' }).click();
    const manage = olga.page.getByRole('dialog', { name: 'Manage' });
    await manage.getByRole('tab', { name: 'Debate' }).click();
    await manage.getByRole('button', { name: 'Close debate' }).click();
    await expect(ann.page.getByText(/This debate is closed/).first()).toBeVisible();
    const [anns, bens] = [await tablesOf(ann), await tablesOf(ben)];
    expect(anns.get('votes.csv')).toBe(bens.get('votes.csv'));
    const rows: Record<string, string>[] = parse(anns.get('participant-votes.csv') ?? '', { columns: true });
    expect(
      rows
        .map((row) => row['group-id'])
        .sort()
        .join(''),
    ).toBe(`${'0'.repeat(9)}${'1'.repeat(6)}`);
    expect(rows).toHaveLength(17);
    for (const [name, text] of anns) expect(text, name).not.toMatch(/\b(Ann|Ben|Voter \d+)\b/);
  });
  for (const voter of voters) voter.close();
});
