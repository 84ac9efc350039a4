import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test, withServer } from './fixtures.ts';
import { compareLook, LAPTOP, type Look, PROJECTOR } from './looks/look.ts';
import type { Person } from './person.ts';

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

/** Part of the picture at most: each edge of each mark a pixel further is less, other marks are far more. */
const HAIR = 0.04;

const LOOKS: readonly Look[] = [
  { name: 'map-few', debate: () => debates.few, view: 'Map', size: LAPTOP, scheme: 'light' },
  {
    name: 'map-hard-texts',
    debate: () => debates.hard,
    view: 'Map',
    size: PROJECTOR,
    scheme: 'light',
    act: fitMap,
  },
  {
    name: 'map-thousand',
    debate: () => debates.thousand,
    view: 'Map',
    size: PROJECTOR,
    scheme: 'light',
    act: fitLarge,
    tolerance: HAIR,
  },
  {
    name: 'map-ten-thousand',
    debate: () => debates['ten thousand'],
    view: 'Map',
    size: LAPTOP,
    scheme: 'dark',
    act: fitLarge,
    tolerance: HAIR,
  },
  {
    name: 'outline-hard-texts',
    debate: () => debates.hard,
    view: 'Outline',
    size: LAPTOP,
    scheme: 'dark',
  },
];

for (const look of LOOKS)
  test(`looks as it should: ${look.name}`, ({ newPerson, copySeeded }) =>
    compareLook(look, { newPerson, copySeeded }));

async function fitMap({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.mouse.move(0, 0);
}

async function fitLarge(person: Person): Promise<void> {
  await fitMap(person);
  await expect(person.page.locator('[data-level]')).toHaveAttribute('data-level', 'marks');
}
