import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test, withServer } from './fixtures.ts';
import { waitsForScripts } from './waits-for-scripts.ts';

const FLAT = 'd_flat-debate';
const CLAIMS = 9_099;

withServer({
  fill: async (dataDir) => {
    const program = ['--import', 'tsx', 'tests/e2e/make-flat-debate.ts', dataDir, FLAT, String(CLAIMS)];
    await promisify(execFile)(process.execPath, program);
  },
});

test.describe('without any script', () => {
  test.use({ contextOptions: { javaScriptEnabled: false } });

  test('a level of thousands is read page by page', async ({ newPerson }) => {
    const { page } = await newPerson('Reader');
    await page.goto(`/debates/${FLAT}`);
    await expect(page.getByRole('treeitem')).toHaveCount(1 + 150);
    await expect(page.locator('[id="c_flat150"]')).toBeAttached();
    await page.getByRole('link', { name: '8,949 more arguments' }).click();
    await expect(page).toHaveURL(/after=c_flat150/);
    await expect(page.getByRole('treeitem')).toHaveCount(1 + 150);
    await expect(page.locator('[id="c_flat151"]')).toBeAttached();
    await page.getByRole('link', { name: '150 earlier arguments' }).click();
    await expect(page.locator('[id="c_flat1"]')).toBeAttached();
  });
});

test('a level of thousands is listed further in place, and any of its claims can be opened', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann');
  await ann.open(`/debates/${FLAT}`);
  const { page } = ann;
  await page.getByRole('link', { name: '8,949 more arguments' }).click();
  await expect(page.locator('[id="c_flat300"]')).toBeAttached();
  await page.goto(`/debates/${FLAT}#c_flat9000`);
  await ann.isLive();
  await expect(page.locator('[id="c_flat9000"]')).toBeInViewport();
  // The link is gone with the last of the rest.
  await page.getByRole('link', { name: '25 more arguments' }).click();
  await expect(page.locator('[id="c_flat9075"]')).toBeFocused();
});

test('[FR14] a visitor votes on a claim of a large map: joining casts the vote', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  const card = ann.page.getByRole('tree', { name: 'Argument map' }).locator('[data-box="c_flat1"]');
  const agree = ann.panel.getByRole('button', { name: /^Agree, / });
  await waitsForScripts(ann.page);
  await ann.page.goto(`/debates/${FLAT}`);
  await ann.isLive();
  await card.click();
  await ann.vote('Agree');
  await ann.giveName();
  await expect(ann.page).toHaveURL(/#c_flat1$/);
  await expect(agree).toHaveAttribute('aria-pressed', 'true');
  await ann.isSaved();
  await ann.page.goto('/');
  await ann.page.goto(`/debates/${FLAT}`);
  await ann.isLive();
  await card.click();
  await expect(agree).toHaveAttribute('aria-pressed', 'true');
  expect(ann.watch.problems).toEqual([]);
});

test('[FR14] where the rest of a large page does not arrive, the server sends the whole debate', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann');
  await waitsForScripts(ann.page);
  // As if the answer had ended before the line with all of it.
  await ann.page.addInitScript(() => {
    // Rows may come in several pieces: all are held until the page is whole, and pass on as one.
    const parts: [number, string?][] = [];
    const held: [number, string?][] = [];
    let pass = parts.push.bind(parts);
    Object.defineProperty(parts, 'push', {
      get: () => held.push.bind(held),
      set: (push: typeof pass) => {
        pass = push;
      },
    });
    document.addEventListener('DOMContentLoaded', () => {
      for (const part of held.filter(([kind]) => kind !== 1)) pass(part);
      const text = held.map(([kind, piece]) => (kind === 1 ? piece : '')).join('');
      pass([1, text.replace(/(?<=[0-9a-f]):\{"debateId":[^\n]*/, ':"$fff"')]);
    });
    Object.assign(window, { __next_f: parts });
  });
  const sent: string[] = [];
  ann.page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => sent.push(payload.toString())),
  );
  await ann.page.goto(`/debates/${FLAT}`);
  await ann.isLive();
  expect(sent.find((frame) => frame.includes('"open"'))).toContain('"after":0,');
  await ann.page.goto(`/debates/${FLAT}#c_flat9000`);
  await expect(ann.panel).toHaveAttribute('data-selected', 'c_flat9000');
});
