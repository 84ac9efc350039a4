import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { test, withServer } from './fixtures.ts';
import { compareLook, LAPTOP, type Look, PROJECTOR } from './looks/look.ts';

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

for (const look of LOOKS)
  test(`looks as it should: ${look.name}`, ({ newPerson, copySeeded }) =>
    compareLook(look, { newPerson, copySeeded }));
