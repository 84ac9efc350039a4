import { expect, test, withServer } from './fixtures.ts';

withServer();

test('a guest begins a debate, the first page lists it, another opens it and argues', async ({
  newPerson,
}) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  const motion = 'Towns should close their centres to cars.';
  await ann.page.goto('/');
  await ann.page.getByRole('link', { name: 'New debate' }).click();
  await ann.page.getByLabel('Your name').fill('Ann');
  await ann.page.getByLabel('Motion').fill(motion);
  await ann.page.getByLabel('Title', { exact: true }).fill('Cars in town');
  const first = ann.page.getByRole('group', { name: 'Position 1' });
  await first.getByLabel('Name').fill('Walkers');
  await first.getByRole('radio', { name: 'Teal' }).check();
  await ann.page.getByRole('button', { name: 'Start the debate' }).click();
  await ann.page.waitForURL(/\/debates\//);
  await ann.isLive();
  await expect(ann.board).toHaveAttribute('data-joined', '');

  await ben.page.goto('/');
  const entry = ben.page.getByRole('listitem').filter({ hasText: motion });
  await expect(entry).toContainText('Walkers');
  await expect(entry).toContainText('Against');
  await expect(entry).toContainText('No claims yet');
  await expect(entry).toContainText('1 person here now');
  await entry.getByRole('link', { name: motion }).click();
  await ben.isLive();
  await ben.show('Outline');
  await expect(ben.page.getByText('No claims here yet.').first()).toBeVisible();
  await ben.join();
  await ben.page.getByRole('treeitem', { name: 'Walkers' }).getByRole('button', { name: 'Support' }).click();
  await ben.compose('A street without cars is a street with shops.');
  await ann.show('Outline');
  await expect(ann.claim('A street without cars')).toBeVisible();
});

test('a private debate is nobody else’s', async ({ newPerson }) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await ann.page.goto('/new');
  await ann.page.getByLabel('Your name').fill('Ann');
  await ann.page.getByLabel('Motion').fill('Our choir should sing in the open.');
  await ann.page.getByLabel('Title', { exact: true }).fill('Choir');
  await ann.page.getByRole('radio', { name: 'Only those who take part' }).check();
  await ann.page.getByRole('button', { name: 'Start the debate' }).click();
  await ann.page.waitForURL(/\/debates\//);
  await ann.isLive();
  await ben.page.goto('/');
  await expect(ben.page.getByText('Our choir should sing')).toHaveCount(0);
  const answer = await ben.context.request.get(ann.page.url());
  expect(answer.status()).toBe(404);
  expect(await answer.text()).not.toContain('choir');
});
