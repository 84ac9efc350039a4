import { expect, type Fixtures, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

const server = withServer();

const SECRET = 'Buses carry more people than cars ever did';

/** The messages the server sent this page over its socket. */
function heardBy({ page }: Person): string[] {
  const heard: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => void heard.push(payload.toString())),
  );
  return heard;
}

const strip = ({ page }: Person) => page.getByRole('region', { name: 'Current phase' });
const facilitator = ({ page }: Person) => page.getByRole('complementary', { name: 'Facilitate' });

test('a facilitator leads two debaters through silent writing, the reveal and a vote; nothing leaks', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ann, ben] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Ann'),
    newPerson('Ben'),
  ]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  const heard = [heardBy(ann), heardBy(ben)];
  for (const person of [ann, ben]) {
    await person.open(address);
    await person.join();
  }
  const panel = await startsSilentWriting({ olga, ann, ben });
  const composer = await writesUnseen({ olga, ann, ben }, newPerson, address, heard);
  await revealsToAll({ olga, ann, ben }, panel, composer);
  await votesUnseen({ olga, ann, ben }, heard, panel);
});

async function startsSilentWriting({ olga, ann, ben }: Record<'olga' | 'ann' | 'ben', Person>) {
  await olga.page.keyboard.press('p');
  const panel = facilitator(olga);
  await expect(panel).toBeFocused();
  await panel.getByRole('button', { name: 'A 30-minute debate' }).click();
  await isAccessible(olga.page, 'the console', 'light');
  await panel.getByRole('button', { name: 'Start: Silent writing' }).click();
  await olga.isSaved();
  for (const person of [olga, ann, ben]) await expect(strip(person)).toContainText('Silent writing');
  await expect(strip(ben)).toContainText('appear at the reveal');
  await expect(strip(ben).getByRole('timer')).toHaveText(/^0[45]:\d\d$/);
  return panel;
}

async function writesUnseen(
  { olga, ann, ben }: Record<'olga' | 'ann' | 'ben', Person>,
  newPerson: Fixtures['newPerson'],
  address: string,
  heard: string[][],
) {
  // Ann writes; nothing that Ben and Olga can get has any of it.
  const position = (await ann.page.locator('[data-item="position"]').first().getAttribute('id')) ?? '';
  await ann.select(position);
  await ann.argue('Support', SECRET);
  await ann.isSaved();
  await expect(ann.claim(SECRET)).toContainText('only you');
  // Ben has begun to write too.
  await ben.select(position);
  await ben.panel
    .locator('[data-column="attack"]')
    .getByRole('button', { name: /Attack$/ })
    .click();
  const composer = ben.page.getByRole('form', { name: /^New attack/ });
  await composer.getByRole('textbox').first().fill('Half-written when the phase ends');

  const html = await (await ben.page.request.get(address)).text();
  const strangers = await newPerson('Cara');
  const public_ = await (await strangers.page.request.get(address)).text();
  for (const received of [html, public_, (heard[1] ?? []).join('\n')])
    expect(received).not.toContain('Buses');
  await expect(ben.page.getByText('Buses')).toHaveCount(0);
  await expect(olga.page.getByText('Buses')).toHaveCount(0);
  await ben.page.keyboard.press('Escape');
  await expect(composer).toBeHidden();
  await olga.page.keyboard.press('/');
  await olga.page.getByRole('searchbox').fill('Buses');
  await expect(olga.page.getByRole('search')).toContainText(/nothing|no /i);
  await olga.page.keyboard.press('Escape');
  return composer;
}

async function revealsToAll(
  { olga, ann, ben }: Record<'olga' | 'ann' | 'ben', Person>,
  panel: Locator,
  composer: Locator,
): Promise<void> {
  // The reveal, on every screen.
  const isRevealedTo = async (person: Person) => {
    await Promise.all([
      expect(person.claim(SECRET).first()).toBeVisible(),
      expect(strip(person)).toContainText('Revealed'),
      expect(person.page.locator('[aria-live="polite"]').filter({ hasText: 'Revealed' })).toHaveCount(1),
    ]);
  };
  // Looked for on all screens at once: it is said for seconds.
  const next = panel.getByRole('button', { name: 'Next: Open debate' });
  await Promise.all([isRevealedTo(olga), isRevealedTo(ben), isRevealedTo(ann), next.click()]);
  await expect(ann.claim(SECRET).first()).not.toContainText('only you');

  // The half-written text is still there, and can be submitted now.
  await ben.panel
    .locator('[data-column="attack"]')
    .getByRole('button', { name: /Attack$/ })
    .click();
  await expect(composer.getByRole('textbox').first()).toHaveValue('Half-written when the phase ends');
  await panel.getByRole('button', { name: 'Next: Vote' }).click();
  await expect(strip(ben)).toContainText('Vote');
  await composer.getByRole('button', { name: 'Add argument' }).click();
  await expect(composer).toContainText('current phase doesn’t allow');
  await expect(composer.getByRole('textbox').first()).toHaveValue('Half-written when the phase ends');
}

async function votesUnseen(
  { olga, ann, ben }: Record<'olga' | 'ann' | 'ben', Person>,
  heard: string[][],
  panel: Locator,
): Promise<void> {
  // A vote nobody sees before its end.
  const id = await ann.idOf(SECRET);
  for (const person of [ann, ben]) {
    await person.select(id);
    await person.panel
      .getByRole('button', { name: 'Agree, votes are counted and not shown yet', exact: true })
      .click();
    await person.isSaved();
  }
  await olga.select(id);
  await expect(
    olga.panel.getByText('votes hidden').or(olga.row(id).getByText('votes hidden')).first(),
  ).toBeVisible();
  expect((heard[1] ?? []).join('\n')).not.toMatch(/"agree":[1-9]/);
  await panel.getByRole('button', { name: 'Back to Open debate' }).click();
  await expect(ann.row(id)).toContainText('2');
  await expect(ben.panel.getByRole('button', { name: /^Agree, 2/ })).toBeVisible();
}

test('time is held, extended and the same on a screen whose clock is wrong; a facilitator’s lost connection costs nothing', async ({
  newPerson,
}) => {
  const [olga, ann] = await Promise.all([
    newPerson('Olga', { viewport: { width: 1680, height: 900 } }),
    newPerson('Ann'),
  ]);
  const address = await startDebate(olga, 'Clocks should all be the same.');
  await ann.page.addInitScript(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 47 * 60_000;
  });
  await ann.open(address);
  await olga.page.getByRole('button', { name: 'Facilitate' }).click();
  const panel = facilitator(olga);
  await panel.getByRole('button', { name: 'A 90-minute seminar' }).click();
  await panel.getByRole('button', { name: 'Start: Opening poll' }).click();
  await expect(strip(ann)).toContainText('Answer the poll. Claims, comments and votes are closed');
  await expect(ann.page.getByRole('region', { name: 'Opening poll', exact: true })).toBeVisible();
  await expect(strip(ann).getByRole('timer')).toHaveText(/^0[45]:\d\d$/);
  await panel.getByRole('button', { name: 'Pause timer' }).click();
  await expect(strip(ann).getByRole('timer')).toContainText('paused');
  const said = (person: Person) => strip(person).getByRole('timer').textContent();
  await expect(async () => expect(await said(ann)).toBe(await said(olga))).toPass();
  await panel.getByRole('button', { name: '+5 minutes' }).click();
  await expect(strip(ann).getByRole('timer')).toHaveText(/^(09|10):\d\d, paused$/);
  // Parts needed offline are loaded while the server is reachable.
  await expect(olga.board).toHaveAttribute('data-whole', '');
  olga.watch.expectLostServer();
  await olga.context.setOffline(true);
  await panel.getByRole('button', { name: 'Next: Silent writing' }).click();
  await expect(strip(ann)).toContainText('Opening poll');
  await olga.context.setOffline(false);
  await expect(strip(ann)).toContainText('Silent writing');
  await olga.page.reload();
  await olga.isLive();
  await expect(strip(olga)).toContainText('Silent writing');
  expect(server().origin).toContain('http');
});
