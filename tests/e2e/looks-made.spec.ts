import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { shortfallsOf } from '../look/look-limits.ts';
import { measureLook } from '../look/measure-look.ts';
import { expect, test, withServer } from './fixtures.ts';
import { compareLook, LAPTOP, type Look, PROJECTOR } from './looks/look.ts';
import { shownText } from './shown-text.ts';

/** Addresses of the debates that `make-debates.ts` made, by their names there. */
let debates: Readonly<Record<string, string>> = {};

withServer({
  fill: async (dataDir) => {
    const program = ['--import', 'tsx', 'tests/e2e/looks/make-debates.ts', dataDir];
    const { stdout } = await promisify(execFile)(process.execPath, program);
    const ids: Record<string, string> = JSON.parse(stdout);
    debates = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, `/debates/${id}`]));
  },
});

const LOOKS: readonly Look[] = [
  { name: 'map-few', debate: () => debates.few, view: 'Map', size: LAPTOP, scheme: 'light' },
  {
    name: 'map-hard-texts',
    debate: () => debates.hard,
    view: 'Map',
    size: PROJECTOR,
    scheme: 'light',
  },
  {
    name: 'map-thousand',
    debate: () => debates.thousand,
    view: 'Map',
    size: PROJECTOR,
    scheme: 'light',
  },
  {
    name: 'map-ten-thousand',
    debate: () => debates['ten thousand'],
    view: 'Map',
    size: LAPTOP,
    scheme: 'dark',
  },
  {
    name: 'outline-hard-texts',
    debate: () => debates.hard,
    view: 'Outline',
    size: LAPTOP,
    scheme: 'dark',
  },
];

test('long German words, Arabic and Chinese are whole, each in its direction', async ({ newPerson }) => {
  const eve = await newPerson('Eve');
  await eve.open(debates.languages, 'Map');
  const texts = eve.page.locator('[data-box^="c_"] p[dir]');
  await expect(texts).toHaveCount(6);
  const directions = await texts.evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
  expect(directions.filter((direction) => direction === 'rtl')).toHaveLength(2);
  const tree = eve.page.getByRole('tree', { name: 'Argument map' });
  expect(await shownText(tree)).toMatchSnapshot('languages.txt');
  const read = { byFinger: false, isOpening: true, mostBlank: 1 };
  await expect(async () => expect(shortfallsOf(await measureLook(eve.page), read)).toEqual([])).toPass();

  await eve.show('Outline');
  const arabic = eve.page.getByText('الصورة تكفي').first();
  await expect(arabic).toBeVisible();
  const leftOver = await arabic.evaluate((text) => {
    const [line] = text.getClientRects();
    return (text.parentElement?.getBoundingClientRect().right ?? Infinity) - (line?.right ?? 0);
  });
  expect(leftOver).toBeLessThan(1);
  // Its details stay English.
  const facts = arabic.locator('xpath=following-sibling::span');
  expect(await facts.evaluate((span) => getComputedStyle(span).direction)).toBe('ltr');
});

for (const look of LOOKS)
  test(`looks as it should: ${look.name}`, ({ newPerson, copySeeded }) =>
    compareLook(look, { newPerson, copySeeded }));
