import { readFileSync } from 'node:fs';

/**
 * Checks every version in package-lock.json against `security-floors.json`: the lowest versions without a known fault, each with the
 * reason. It needs no network, so it says the same everywhere; `npm audit` asks the registry, where that answers.
 */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const floors = JSON.parse(readFileSync('security-floors.json', 'utf8'));

const below = Object.entries(packages).flatMap(([path, { version }]) => {
  const name = path.split('node_modules/').at(-1);
  const floor = floors[name];
  return floor && isBelow(version, floor.from)
    ? [`${path}: ${version} is below ${floor.from} (${floor.why})`]
    : [];
});

process.stdout.write(below.map((line) => `${line}\n`).join(''));
process.exitCode = below.length === 0 ? 0 : 1;

/** Compares the three numbers of two versions; one before a release (`1.0.0-rc.1`) is below it. */
function isBelow(version, floor) {
  const [numbers, before] = [version.split('-')[0].split('.').map(Number), version.includes('-')];
  const wanted = floor.split('.').map(Number);
  const at = wanted.findIndex((number, index) => numbers[index] !== number);
  return at < 0 ? before : numbers[at] < wanted[at];
}
