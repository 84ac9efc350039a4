import { expect, type Locator, test, withServer } from './fixtures.ts';
import { settledBox } from './settled-box.ts';

withServer();

const CARRIED = 'c_cutoff-risk';

async function middleOf(card: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await settledBox(card);
  return { x: x + width / 2, y: y + height / 2 };
}

test('a card is carried under another claim, which asks for or against; Escape leaves it', {
  tag: '@quick',
}, async ({ newPerson, seeded }) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(`${seeded}#${CARRIED}`, 'Map'), ben.open()]);
  await ann.join();
  const { page } = ann;
  await page.keyboard.press('Escape');
  await expect(ann.panel).toBeHidden();
  await ann.walkToPosition('p_planners');
  await page.keyboard.press('ArrowRight');
  await expect(ann.card(CARRIED)).toBeFocused();
  await page.keyboard.press('z');
  const id = 'c_champions-before';
  const question = page.getByRole('dialog', { name: /^Does it support or attack/ });
  const carry = async () => {
    const [from, to] = [await middleOf(ann.card(CARRIED)), await middleOf(ann.card(id))];
    await page.mouse.move(from.x, from.y - 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 6 });
  };

  await carry();
  await expect(page.getByText(/^Under “/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(question).toBeHidden();
  await expect(ann.panel).toBeHidden();

  await carry();
  await page.mouse.up();
  await expect(question).toBeVisible();
  await expect(question.getByRole('button', { name: 'Supports' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(ann.card(CARRIED)).toBeFocused();

  await carry();
  await page.mouse.up();
  await question.getByRole('button', { name: 'Attacks' }).click();
  await ann.isSaved();
  await expect(ben.line(id).locator(`> ul > [id="${CARRIED}"]`)).toBeVisible();
  await expect(ben.row(CARRIED)).toContainText('attacks');
  await page.keyboard.press('Control+z');
  await expect(ben.line('p_planners').locator(`> ul > [id="${CARRIED}"]`)).toBeVisible();
});

test('a finger that rests on a card lifts it; one that moves at once pans the map', async ({ newPerson }) => {
  const ann = await newPerson('Ann', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = ann;
  await ann.open(undefined, 'Map');
  await ann.join();
  await ann.walkToPosition('p_planners');
  await page.keyboard.press('ArrowRight');
  await expect(ann.card(CARRIED)).toBeFocused();
  await page.keyboard.press('z');
  const { x, y } = await middleOf(ann.card(CARRIED));
  const touch = await page.context().newCDPSession(page);
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx = 0, dy = 0) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y: y + dy }],
    });
  const lifted = page.locator('[data-lifted]');
  const { x: before, y: above } = await settledBox(ann.card(CARRIED));

  await finger('touchStart');
  await expect(lifted).toBeVisible();
  await finger('touchMove', 0, 40);
  await expect(lifted).toBeVisible();
  await expect.poll(() => leftOf(ann.card(CARRIED))).toBeCloseTo(before, 0);
  await page.keyboard.press('Escape');
  await expect(lifted).toBeHidden();
  await finger('touchEnd');

  // Sent together: a finger that waits for the machine would be one that rests.
  await Promise.all([
    finger('touchStart'),
    finger('touchMove', 0, 60),
    finger('touchMove', 0, 120),
    finger('touchEnd'),
  ]);
  await expect(lifted).toBeHidden();
  await expect.poll(async () => Math.abs((await topOf(ann.card(CARRIED))) - above)).toBeGreaterThan(1);
});

test('the dragged claim, or its target, is retracted meanwhile: a message says so, and nothing moves', async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(undefined, 'Map'), ben.open()]);
  await ann.join();
  await ben.join();
  await ben.select('c_cutoff-risk');
  const ids: string[] = [];
  for (const text of ['Ports come first.', 'Rails come first.']) {
    await ben.argue('Support', text);
    await ben.isSaved();
    ids.push(await ben.idOf(text));
  }
  const [ports = '', rails = ''] = ids;
  const { page } = ann;
  await ann.walkToPosition('p_planners');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(ann.card(rails)).toBeInViewport();
  const lift = async (id: string) => {
    const from = await middleOf(ann.card(id));
    await page.mouse.move(from.x, from.y - 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y, { steps: 3 });
  };
  const retracts = async (id: string) => {
    await ben.select(id);
    await ben.choose('Retract');
    await expect(ann.card(id)).toHaveCount(0);
  };

  await lift(ports);
  const to = await middleOf(ann.card(rails));
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  const question = page.getByRole('dialog', { name: /^Does it support or attack/ });
  await expect(question).toBeVisible();
  await retracts(rails);
  await expect(page.getByText('someone removed the new parent.')).toBeVisible();
  await expect(question).toBeHidden();
  await expect(ann.card(ports)).toBeFocused();

  await lift(ports);
  await retracts(ports);
  await page.mouse.move(to.x, to.y, { steps: 2 });
  await expect(page.getByText('someone removed the claim.')).toBeVisible();
  await page.mouse.up();
  await expect(question).toBeHidden();
});

test('a card put before another takes its place, and the rest of the map stays where it is', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(seeded, 'Map');
  await ann.join();
  const [parent, first, second] = ['c_already-giant', 'c_consumer-scale', 'c_world-leading'];
  await ann.goTo(parent);
  await page.keyboard.press('Space');
  await expect(ann.card(second)).toBeInViewport();
  const place = (id: string) => settledBox(ann.card(id));
  const before = { parent: await place(parent), first: await place(first) };
  const [from, to] = [await middleOf(ann.card(second)), before.first];
  await page.mouse.move(from.x, from.y - 20);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 40, { steps: 3 });
  await page.mouse.move(to.x + 60, to.y + 6, { steps: 6 });
  await page.mouse.up();
  await ann.isSaved();
  await expect.poll(async () => Math.abs((await place(second)).y - before.first.y)).toBeLessThan(30);
  await expect
    .poll(async () => {
      const { x, y } = await place(parent);
      return Math.hypot(x - before.parent.x, y - before.parent.y);
    })
    .toBeLessThan(1);
});

async function leftOf(card: Locator): Promise<number> {
  return (await card.boundingBox())?.x ?? Number.NaN;
}

async function topOf(card: Locator): Promise<number> {
  return (await card.boundingBox())?.y ?? Number.NaN;
}
