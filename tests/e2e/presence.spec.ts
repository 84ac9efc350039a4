import { joinAsGuest } from '../support/guest.ts';
import { expect, type Locator, type Page, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';
import { settledBox } from './settled-box.ts';
import { debateIdOf } from './start-debate.ts';
import { writesUntil } from './writes-until.ts';

const server = withServer();

const CLAIM = 'c_cutoff-risk';
/** One who has not asked for less motion: pointers and the view glide. */
const MOVING = { reducedMotion: 'no-preference' } as const;

test('a pointer is seen at the same place of the same claim, at another zoom and in another window', {
  tag: '@quick',
}, async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  const ben = await newPerson('Ben', { ...MOVING, viewport: { width: 1000, height: 700 } });
  await Promise.all([ann.open(seeded, 'Map'), ben.open(seeded, 'Map')]);
  await Promise.all([ann.join(), ben.join()]);
  await ann.goTo(CLAIM);
  await ben.goTo(CLAIM);
  await ann.card(CLAIM).press('+');
  const pointer = pointerOf(ben, 'Ann');

  await test.step('it is where it points, in the claim', async () => {
    await pointAt(ann, CLAIM, 0.2, 0.5);
    await expect(pointer).toBeVisible();
    await expect(pointer).toHaveText('Ann');
    await expect.poll(() => partOf(ben, pointer, CLAIM)).toEqual({ across: 0.2, down: 0.5 });
    await pointAt(ann, CLAIM, 0.8, 0.3);
    await expect.poll(() => partOf(ben, pointer, CLAIM)).toEqual({ across: 0.8, down: 0.3 });
  });

  await test.step('and stays there when the other one zooms', async () => {
    await ben.card(CLAIM).press('-');
    await expect.poll(() => partOf(ben, pointer, CLAIM)).toEqual({ across: 0.8, down: 0.3 });
  });

  await test.step('nobody sees their own, and it is nothing that is read out', async () => {
    await expect(pointerOf(ann, 'Ann')).toHaveCount(0);
    await expect(ben.page.locator('[aria-hidden="true"]').filter({ has: pointer })).toHaveCount(1);
  });

  await test.step('it goes when they leave the map, and when they choose so', async () => {
    await ann.page.mouse.move(640, 20);
    await expect(pointer).toHaveCount(0);
    await pointAt(ann, CLAIM, 0.5, 0.5);
    await expect(pointer).toBeVisible();
    const list = await whoIsHere(ann);
    await list.getByRole('checkbox', { name: 'Show my pointer and view to others' }).uncheck();
    await pointAt(ann, CLAIM, 0.25, 0.25);
    await expect(pointer).toHaveCount(0);
    await list.getByRole('checkbox', { name: 'Show my pointer and view to others' }).check();
    await pointAt(ann, CLAIM, 0.2, 0.5);
    await expect(pointer).toBeVisible();
  });

  await test.step('pointers can be switched off', async () => {
    const list = await whoIsHere(ben);
    await list.getByRole('checkbox', { name: 'Show other people’s pointers' }).uncheck();
    await expect(pointer).toHaveCount(0);
    await list.getByRole('checkbox', { name: 'Show other people’s pointers' }).check();
    await pointAt(ann, CLAIM, 0.3, 0.5);
    await expect(pointer).toBeVisible();
  });

  await ann.page.close();
  await expect(pointer).toHaveCount(0);
});

const follow = async (who: Person) => {
  const list = await whoIsHere(who);
  await list.getByRole('button', { name: 'Follow Ann' }).click();
  await expect(sign(who)).toBeVisible();
  await expect(list).toBeHidden();
};

const sign = (who: Person) => who.page.getByRole('region', { name: 'Following Ann' });

test('following a person on the map and in the outline ends when the follower moves or they leave', async ({
  newPerson,
  seeded,
}) => {
  const [ann, ben, cem] = await Promise.all([newPerson('Ann'), newPerson('Ben', MOVING), newPerson('Cem')]);
  await Promise.all([ann.open(seeded, 'Map'), ben.open(seeded, 'Map'), cem.open(seeded, 'Outline')]);
  await Promise.all([ann.join(), ben.join(), cem.join()]);

  await test.step('they look at the same claim, at the same zoom', () => lookAtSameClaim({ ann, ben, cem }));

  await test.step('her selection is marked, with her name', () =>
    showsHerSelection({ ann, ben, cem }, seeded));

  await test.step('walking, wheel, dragging and selecting stop it; the view stays then', () =>
    stopsByMoving(ann, ben));

  await test.step('in the outline it goes on to where they go', () => followsInOutline(ann, cem));

  await test.step('a person who types stays where they type', () => staysWhileTyping({ ann, ben, cem }));

  await ann.page.close();
  await Promise.all([
    expect(ben.page.getByText('Ann left, so you’re no longer following anyone.')).toBeVisible(),
    expect(sign(ben)).toHaveCount(0),
    expect(sign(cem)).toHaveCount(0),
  ]);
});

async function lookAtSameClaim({ ann, ben, cem }: Record<'ann' | 'ben' | 'cem', Person>): Promise<void> {
  await follow(ben);
  await follow(cem);
  await ann.goTo(CLAIM);
  await ann.card(CLAIM).press('+');
  await expect(async () => {
    expect(apart(await middleOf(ben, CLAIM), await middleOf(ann, CLAIM))).toBeLessThan(4);
  }).toPass();
  await pointAt(ann, CLAIM, 0.5, 0.5);
  await expect(cem.row(CLAIM)).toBeInViewport();
}

async function showsHerSelection(
  { ann, ben, cem }: Record<'ann' | 'ben' | 'cem', Person>,
  seeded: string,
): Promise<void> {
  await ann.page.goto(`${seeded}#${CLAIM}`);
  await expect(ann.panel).toHaveAttribute('data-selected', CLAIM);
  const mark = ben.page.locator(`[data-at="${CLAIM}"]`);
  await expect(mark).toHaveText('Ann');
  await expect
    .poll(async () => {
      const [frame, card] = await Promise.all([mark.boundingBox(), boxOf(ben.page, CLAIM)]);
      return frame && apart([card.x - frame.x, card.y - frame.y, frame.width - card.width], [6, 6, 12]);
    })
    .toBeLessThan(1);
  await expect(cem.row(CLAIM)).toHaveAttribute('data-followed', 'Ann');
  await ann.panel.getByRole('button', { name: 'Close panel' }).click();
  await expect(mark).toBeHidden();
  await expect(cem.row(CLAIM)).not.toHaveAttribute('data-followed');
}

async function stopsByMoving(ann: Person, ben: Person): Promise<void> {
  await ben.page.mouse.move(640, 500);
  await ben.page.mouse.wheel(0, 120);
  await expect(sign(ben)).toHaveCount(0);
  await follow(ben);
  await ben.card(CLAIM).click({ position: { x: 40, y: 20 } });
  await ben.card(CLAIM).click({ position: { x: 40, y: 60 } });
  await expect(sign(ben)).toHaveCount(0);
  await ben.panel.getByRole('button', { name: 'Close panel' }).click();
  await follow(ben);
  await ben.page.keyboard.press('Escape');
  await expect(sign(ben)).toHaveCount(0);
  await follow(ben);
  await ben.page.locator('[data-box][tabindex="0"]').focus();
  await ben.page.keyboard.press('ArrowRight');
  await expect(sign(ben)).toHaveCount(0);
  await follow(ben);
  await sign(ben).getByRole('button', { name: 'Stop' }).click();
  await expect(sign(ben)).toHaveCount(0);
  // The view may still be gliding to hers.
  await settledBox(ben.card(CLAIM));
  const before = await middleOf(ben, CLAIM);
  await ann.page.getByRole('button', { name: 'Reset view' }).click();
  await ann.page.mouse.move(400, 300);
  await expect(pointerOf(ben, 'Ann')).toHaveCount(1);
  expect(apart(await middleOf(ben, CLAIM), before)).toBeLessThan(1);
  await follow(ben);
  await (await whoIsHere(ben)).getByRole('button', { name: /^Cem/ }).waitFor();
  await ben.page.keyboard.press('Escape');
  await expect(sign(ben)).toBeVisible();
}

async function followsInOutline(ann: Person, cem: Person): Promise<void> {
  await ann.goTo('c_keep-the-rules');
  await pointAt(ann, 'c_keep-the-rules', 0.5, 0.5);
  await expect(cem.row('c_keep-the-rules')).toBeInViewport();
}

async function staysWhileTyping({ ann, ben, cem }: Record<'ann' | 'ben' | 'cem', Person>): Promise<void> {
  await cem.page.getByRole('button', { name: 'Stop' }).click();
  await cem.select(CLAIM);
  const comment = cem.panel.getByRole('textbox', { name: 'New comment' });
  await follow(cem);
  await comment.fill('Wait');
  await expect(comment).toBeFocused();
  const there = 'c_already-giant';
  await expect(cem.row(there)).not.toBeInViewport();
  await ann.goTo(there);
  await pointAt(ann, there, 0.2, 0.5);
  // Ben, who follows as well, has it.
  await expect(async () => {
    expect(await partOf(ben, pointerOf(ben, 'Ann'), there)).toEqual({ across: 0.2, down: 0.5 });
  }).toPass();
  await expect(sign(cem)).toBeVisible();
  await expect(comment).toBeFocused();
  await expect(cem.row(there)).not.toBeInViewport();
  await comment.blur();
  await expect(cem.row(there)).toBeInViewport();
}

test('on a phone following starts from the list in its menu; touch has no pointer', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const dana = await newPerson('Dana', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await Promise.all([ann.open(seeded, 'Outline'), dana.open(seeded, 'Map')]);
  await Promise.all([ann.join(), dana.join()]);
  await ann.select(CLAIM);
  await ann.show('Map');
  await dana.page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await dana.page.getByRole('menuitem', { name: 'Who’s here' }).click();
  const list = dana.page.getByRole('dialog', { name: 'Who’s here' });
  await list.getByRole('button', { name: 'Follow Ann' }).click();
  await expect(list).toBeHidden();
  const sign = dana.page.getByRole('region', { name: 'Following Ann' });
  await expect(sign).toBeVisible();
  await ann.page.mouse.move(300, 300);
  await expect(pointerOf(dana, 'Ann')).toBeInViewport();
  await dana.page.touchscreen.tap(200, 300);
  await expect(sign).toHaveCount(0);
  await ann.page.getByRole('button', { name: '2 people here' }).click();
  await expect(pointerOf(ann, 'Dana')).toHaveCount(0);
});

test('[PE3] in a room of more than thirty pointers are off, with a message; following still works', async ({
  newPerson,
  seeded,
}) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(seeded, 'Map'), ben.open(seeded, 'Map')]);
  await Promise.all([ann.join(), ben.join()]);
  await ann.goTo(CLAIM);
  await pointAt(ann, CLAIM, 0.2, 0.5);
  await expect(pointerOf(ben, 'Ann')).toHaveCount(1);
  const guests = await Promise.all(
    Array.from({ length: 29 }, (_, at) =>
      joinAsGuest(server().origin, debateIdOf(seeded), `Guest ${at + 1}`),
    ),
  );
  await expect(pointerOf(ben, 'Ann')).toHaveCount(0);
  const list = await whoIsHere(ben);
  await expect(list).toContainText('Pointers are off because so many people are here.');
  await pointAt(ann, CLAIM, 0.8, 0.5);
  await list.getByRole('button', { name: 'Follow Ann' }).click();
  await ann.card(CLAIM).click({ position: { x: 40, y: 20 } });
  await ann.card(CLAIM).click({ position: { x: 40, y: 60 } });
  await expect(ben.page.locator(`[data-at="${CLAIM}"]`)).toHaveText('Ann');
  await expect(pointerOf(ben, 'Ann')).toHaveCount(0);
  for (const guest of guests) guest.close();
  await pointAt(ann, CLAIM, 0.3, 0.5);
  await expect(pointerOf(ben, 'Ann')).toHaveCount(1);
});

test('the claim and the list show who is typing, and no longer when they stop', async ({ newPerson }) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(), ben.open()]);
  await Promise.all([ann.join(), ben.join()]);
  await ben.select(CLAIM);
  await ben.row(CLAIM).getByRole('button', { name: 'Attack' }).click();
  const composer = ben.page
    .getByRole('form', { name: /^New attack/ })
    .getByRole('textbox')
    .first();
  const typing = ann.row(CLAIM).getByText('Ben is typing');
  await expect(ann.row(CLAIM).getByText('Ben is here')).toBeAttached();
  await expect(typing).toHaveCount(0);
  const line = (await whoIsHere(ann)).getByRole('listitem').filter({ hasText: 'Ben' });
  await writesUntil(composer, 'Not so', async (timeout) => {
    await expect(typing).toBeVisible({ timeout });
    await expect(line).toContainText('typing in “What a foreign', { timeout });
  });

  await test.step('they stop', async () => {
    await expect(typing).toHaveCount(0);
    await expect(line).toContainText('reading “What a foreign');
  });

  await test.step('they close the field', async () => {
    await writesUntil(composer, 'Not so!', (timeout) => expect(typing).toBeVisible({ timeout }));
    await ben.page.keyboard.press('Escape');
    await expect(typing).toHaveCount(0);
  });

  await test.step('they are gone', async () => {
    await ben.row(CLAIM).getByRole('button', { name: 'Attack' }).click();
    await writesUntil(composer, 'Once more', (timeout) => expect(typing).toBeVisible({ timeout }));
    await ben.page.close();
    await expect(ann.row(CLAIM).getByText(/Ben/)).toHaveCount(0);
  });
});

function pointerOf(who: Person, name: string): Locator {
  return who.page.locator(`[data-person="${name}"]`);
}

async function boxOf(page: Page, id: string) {
  const box = await page.locator(`[data-box="${id}"]`).boundingBox();
  if (!box) throw new Error(`${id} is not shown`);
  return box;
}

async function pointAt(who: Person, id: string, across: number, down: number): Promise<void> {
  // A map that is still moving would leave the pointer at another part of it.
  const { x, y, width, height } = await settledBox(who.page.locator(`[data-box="${id}"]`));
  await who.page.mouse.move(x + width * across, y + height * down);
}

/** Where a pointer's tip is in a claim, in tenths of it. */
async function partOf(who: Person, pointer: Locator, id: string) {
  const { x, y, width, height } = await boxOf(who.page, id);
  const [left, top] = await pointer.evaluate((element) => {
    const { e, f } = new DOMMatrix(getComputedStyle(element).transform);
    const corner = element.parentElement?.getBoundingClientRect();
    return [e + (corner?.left ?? 0), f + (corner?.top ?? 0)];
  });
  const near = (part: number) => Math.round(part * 10) / 10;
  return { across: near(((left ?? 0) - x) / width), down: near(((top ?? 0) - y) / height) };
}

/** Where the middle of a claim is on someone's screen, and how wide it is, in pixels. */
async function middleOf(who: Person, id: string): Promise<readonly number[]> {
  const { x, y, width, height } = await boxOf(who.page, id);
  return [x + width / 2, y + height / 2, width];
}

/** The largest difference of two lists of pixels: the browser lays out in parts of a pixel. */
function apart(some: readonly number[], others: readonly number[]): number {
  return Math.max(...some.map((pixels, index) => Math.abs(pixels - (others[index] ?? Number.NaN))));
}

async function whoIsHere(who: Person): Promise<Locator> {
  const list = who.page.getByRole('dialog', { name: 'Who’s here' });
  if (!(await list.isVisible())) await who.page.getByRole('button', { name: /people here$/ }).click();
  await expect(list).toBeVisible();
  return list;
}
