import { joinAsGuest } from '../support/guest.ts';
import { expect, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';
import { settledBox } from './settled-box.ts';
import { debateIdOf } from './start-debate.ts';
import { writesUntil } from './writes-until.ts';

const server = withServer();

test('an argument written in place on the map stands in the other’s outline at once', {
  tag: '@quick',
}, async ({ newPerson, seeded }) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(seeded, 'Map'), ben.open(seeded, 'Outline')]);
  await ann.join();
  await ann.page
    .getByRole('group', { name: 'View of the map' })
    .getByRole('button', { name: 'Reset view' })
    .click();
  await ann.walkToPosition('p_planners');
  await ann.card('p_planners').getByRole('button', { name: 'Add a claim' }).click();
  const field = ann.page
    .getByRole('form', { name: /^New support/ })
    .getByRole('textbox')
    .first();
  await writesUntil(field, 'A plan', (timeout) =>
    expect(ben.row('p_planners').getByText('Ann is typing')).toBeVisible({ timeout }),
  );
  const text = 'A plan that names its sectors lets a town train people for them in time.';
  await ann.compose(text);
  await expect(ben.claim(text)).toBeVisible();
  await expect(ben.claim(text)).toContainText('supports');
  await expect(ben.line('p_planners').locator('[data-item="claim"]').filter({ hasText: text })).toBeVisible();
  await expect(ben.row('p_planners').getByText('Ann is typing')).toBeHidden();
  await ann.isSaved();
  const id = await ben.idOf(text);
  await expect(ann.card(id)).toBeFocused();
  await ann.page.keyboard.press('Enter');
  await expect(ann.panel).toHaveAttribute('data-selected', id);
  await expect(ben.row(id).getByText('Ann is here')).toBeAttached();
});

test('everything two people do to a claim shows at both, and stays after a reload', async ({ newPerson }) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(), ben.open()]);
  await Promise.all([ann.join(), ben.join()]);
  const both = [ann, ben];

  await ann.select('c_rules-not-tariffs');
  const first = 'A common rule can be checked by every party that signed it.';
  await ann.argue('Support', first);
  const second = 'A rule on paper is only as good as the court behind it.';
  await ann.argue('Attack', second);
  await ann.isSaved();
  const [one, two] = [await ann.idOf(first), await ann.idOf(second)];

  await test.step('a reworded claim', () => rewords({ ann, ben }, both, first, one));

  await test.step('votes and their tallies', () => vote(ann, ben, both, one));

  await test.step('reactions and their counts', () => react(ann, ben, both));

  await test.step('comments and replies', () => comment(ann, ben, one));

  await test.step('an order among siblings', () => reorders(ann, ben, one, two));

  await test.step('a move to another place', () => moves(ann, ben, one));

  await test.step('a cross-link', () => links(ann, ben, one));

  const third = 'That a court is weak does not bear on whether rules go to the cause.';
  await test.step('an undercut', () => undercuts(ann, ben, two, third));

  await test.step('a source', () => addsSource(ann, ben, two));

  await test.step('a claim is retracted and restored', () => retractsAndRestores(ann, ben, two));

  await test.step('undo and redo of own actions, not of the other’s', () => undoAndRedoOwn(ann, ben, two));

  await Promise.all(both.map((who) => who.isSaved()));
  await showTheSameMoment(ann, ben);
  const before = await outlineOf(ann);
  await expect.poll(() => outlineOf(ben)).toEqual(before);
  await ben.page.reload();
  await ben.isLive();
  await showTheSameMoment(ann, ben);
  await ben.show('Outline');
  await expect.poll(() => outlineOf(ben)).toEqual(before);
});

async function rewords(
  { ann, ben }: Record<'ann' | 'ben', Person>,
  both: Person[],
  first: string,
  one: string,
): Promise<void> {
  await ben.select(one);
  await ben.choose('Edit claim');
  const editor = ben.page.getByRole('textbox', { name: 'Claim text' });
  await editor.fill(first.replace('every party', 'each party'));
  await ben.page.getByRole('button', { name: 'Done' }).click();
  await Promise.all(both.map((who) => expect(who.row(one)).toContainText('each party that signed it')));
  await expect(ann.row(one)).toContainText('edited');
}

async function vote(ann: Person, ben: Person, both: Person[], one: string): Promise<void> {
  await ben.vote('Agree');
  await ann.select(one);
  await ann.vote('Disagree');
  for (const who of both) {
    await expect(who.row(one).getByRole('img', { name: '1 agrees, 1 disagrees' })).toBeVisible();
  }
  await ann.vote('Agree');
  for (const who of both) {
    await expect(who.row(one).getByRole('img', { name: '2 agree, no one disagrees' })).toBeVisible();
  }
}

async function react(ann: Person, ben: Person, both: Person[]): Promise<void> {
  const unclear = (who: Person) => who.panel.getByRole('button', { name: /^Unclear/ });
  await Promise.all(both.map((who) => unclear(who).click()));
  await Promise.all(both.map((who) => expect(unclear(who)).toHaveText(/2$/)));
  await ben.page.keyboard.press('ControlOrMeta+z');
  await expect(unclear(ann)).toHaveText(/1$/);
}

async function comment(ann: Person, ben: Person, one: string): Promise<void> {
  await ben.comment('Who would do the checking?');
  await expect(ann.panel.getByText('Who would do the checking?')).toBeVisible();
  await ann.panel.getByRole('button', { name: 'Reply', exact: true }).click();
  const reply = ann.panel.getByRole('textbox', { name: 'Reply to Ben' });
  await reply.fill('The parties, in turn.');
  await reply.press('Control+Enter');
  await expect(ben.panel.getByText('The parties, in turn.')).toBeVisible();
  await expect(ben.row(one)).toContainText('2 comments');
}

async function reorders(ann: Person, ben: Person, one: string, two: string): Promise<void> {
  await expect.poll(() => order(ben, one, two)).toEqual([one, two]);
  await ann.select(two);
  await ann.choose('Move up');
  await expect.poll(() => order(ben, one, two)).toEqual([two, one]);
}

async function moves(ann: Person, ben: Person, one: string): Promise<void> {
  await ann.select(one);
  await ann.choose('Move…');
  await chooseTarget(ann, 'Move claim', 'interested witness', 'Move here');
  await expect(ben.line('c_interested-and-right').locator(`[id="${one}"]`)).toBeVisible();
}

async function links(ann: Person, ben: Person, one: string): Promise<void> {
  await ann.choose('Link to another claim…');
  await chooseTarget(ann, 'Link to another claim', 'China has to be able to make', 'Add link');
  await ben.select(one);
  await expect(ben.panel.getByText('Linked to')).toBeVisible();
  await ben.select('c_cutoff-risk');
  await expect(ben.panel.getByText('each party that signed it')).toBeVisible();
}

async function undercuts(ann: Person, ben: Person, two: string, third: string): Promise<void> {
  await ben.select(two);
  await ben.panel.getByRole('button', { name: /Doesn’t follow$/ }).click();
  await ben.compose(third);
  await expect(ann.claim(third)).toContainText('undercuts');
}

async function addsSource(ann: Person, ben: Person, two: string): Promise<void> {
  await ann.select(two);
  await ann.choose('Cite a source…');
  const dialog = ann.page.getByRole('dialog', { name: 'Cite a source' });
  await dialog.getByLabel('Title').fill('Minutes of the trade council');
  await dialog.getByLabel('Paragraph or page').fill('p. 7');
  await dialog.getByRole('button', { name: 'Cite source' }).click();
  await expect(ben.row(two)).toContainText('p. 7');
}

async function retractsAndRestores(ann: Person, ben: Person, two: string): Promise<void> {
  await ann.choose('Retract');
  await expect(ben.row(two)).toContainText('retracted');
  await ann.choose('Restore');
  await expect(ben.row(two)).not.toContainText('retracted');
}

async function undoAndRedoOwn(ann: Person, ben: Person, two: string): Promise<void> {
  await ann.vote('Pass');
  await ben.vote('Agree');
  const tally = (name: string) => ben.row(two).getByRole('img', { name, exact: true });
  await expect(tally('1 agrees, no one disagrees, 1 passes')).toBeVisible();
  await ann.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(tally('1 agrees, no one disagrees')).toBeVisible();
  await ann.page.getByRole('button', { name: 'Redo' }).click();
  await expect(tally('1 agrees, no one disagrees, 1 passes')).toBeVisible();
}

test('the list of who is here names each person and where they are', async ({ newPerson }) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(), ben.open()]);
  await Promise.all([ann.join(), ben.join()]);
  await ben.select('c_cutoff-risk');
  await ann.page.getByRole('button', { name: '2 people here' }).click();
  const list = ann.page.getByRole('dialog', { name: 'Who’s here' });
  await expect(list.getByRole('listitem').filter({ hasText: 'Ben' })).toContainText(
    'reading “What a foreign',
  );
  await expect(list.getByRole('listitem').filter({ hasText: 'Ann' })).toContainText('looking around');
  await ben.row('c_cutoff-risk').getByRole('button', { name: 'Attack' }).click();
  const field = ben.page
    .getByRole('form', { name: /^New attack/ })
    .getByRole('textbox')
    .first();
  await writesUntil(field, 'Not so', (timeout) =>
    expect(list.getByRole('listitem').filter({ hasText: 'Ben' })).toContainText('typing in “What a foreign', {
      timeout,
    }),
  );
  await list.getByRole('button', { name: /^Ben/ }).click();
  await expect(ann.panel).toHaveAttribute('data-selected', 'c_cutoff-risk');
  await ben.page.close();
  await expect(ann.page.getByText('Live · 1 here')).toBeVisible();
});

/** Which of two siblings stands first in someone's outline. */
async function order(who: Person, one: string, two: string): Promise<string[]> {
  const ids = await who.page
    .locator(`[id="${one}"], [id="${two}"]`)
    .evaluateAll((all) => all.map(({ id }) => id));
  return ids;
}

/** Finds a claim by its words in a dialog, and chooses it. */
async function chooseTarget(who: Person, title: string, words: string, button: string): Promise<void> {
  const dialog = who.page.getByRole('dialog', { name: title });
  await dialog.getByRole('searchbox').fill(words);
  // Nothing else is listed once the words have been looked for.
  await expect(dialog.getByRole('radio').first()).toHaveAccessibleName(new RegExp(words));
  await dialog.getByRole('radio', { name: words }).click();
  await dialog.getByRole('button', { name: button }).click();
  await expect(dialog).toBeHidden();
}

/** Both have seen the same entries of the log: a text may be sealed a little after everything else was said. */
async function showTheSameMoment(one: Person, other: Person): Promise<void> {
  const seqs = () => Promise.all([one, other].map((who) => who.board.getAttribute('data-seq')));
  await expect.poll(async () => new Set(await seqs()).size).toBe(1);
}

/** The content of an outline, line by line: ids, places, texts, tallies. */
function outlineOf(who: Person): Promise<string[]> {
  return who.page.locator('[data-item]').evaluateAll((items) =>
    items.map((item) => {
      const row = item.querySelector(':scope > [data-row]');
      const tally = row?.querySelector('[role="img"]')?.getAttribute('aria-label') ?? '';
      const text = row?.querySelector('[id$="-text"], [id$="-name"]')?.textContent ?? '';
      return `${item.getAttribute('aria-level')} ${item.id} ${text} ${tally}`;
    }),
  );
}

test('of many people at one claim writers come first, and people without a face there are counted', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  await ann.open();
  const names = ['Ida', 'Jon', 'Kim', 'Lou', 'Max', 'Noa'];
  const guests = await Promise.all(
    names.map((name) => joinAsGuest(server().origin, debateIdOf(seeded), name)),
  );
  for (const [at, { socket }] of guests.entries())
    await socket.emitWithAck('presence', { at: 'c_cutoff-risk', writing: at === names.length - 1 });
  const row = ann.row('c_cutoff-risk');
  await expect(row.getByText('Noa is typing')).toBeVisible();
  await expect(row.getByText('is here')).toHaveCount(4);
  await expect(row.getByText('+1', { exact: true })).toBeVisible();
  for (const guest of guests) guest.close();
});

test('a claim that comes between others is seen at once, over those that make room for it', async ({
  newPerson,
  seeded,
}) => {
  const ben = await newPerson('Ben', { reducedMotion: 'no-preference' });
  const ann = await joinAsGuest(server().origin, debateIdOf(seeded), 'Ann');
  await ben.open(seeded, 'Map');
  const under = ann.snapshot().links.filter(({ parent, target }) => parent && target.id === 'c_cutoff-risk');
  const [first, second] = under;
  if (!first || !second) throw new Error('the debate holds two arguments under it');
  await ben.goTo(first.from);
  await expect(ben.card(second.from)).toBeInViewport({ ratio: 0.5 });

  const text = 'A second supplier is worth its price only while the first one fails.';
  await settledBox(ben.card(first.from));
  const isSeen = await ben.page.evaluateHandle((said) => {
    const seen = new Promise<boolean>((resolve) => {
      const look = () => {
        const cards = [...document.querySelectorAll('[data-box]')];
        const card = cards.find((one) => one.textContent.includes(said));
        if (!card) return;
        const { x, y, width, height } = card.getBoundingClientRect();
        resolve(card.contains(document.elementFromPoint(x + width / 2, y + height / 2)));
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
    });
    // In an object: a promise would be waited for.
    return { seen };
  }, text);
  const { target } = first;
  const place = { target, relation: 'attack', positionId: null, after: first.id } as const;
  const answer = await ann.submit({
    type: 'claim.add',
    claimId: 'c_between',
    linkId: 'l_between',
    text,
    ...place,
  });
  expect(answer.ok).toBe(true);
  expect(await isSeen.evaluate(({ seen }) => seen)).toBe(true);
});
