import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The lowest versions without a known security fault, by package. Raise a floor here; never lower one. */
const floors: Record<string, string> = {
  '@auth/core': '0.41.3',
  'engine.io': '6.6.9',
  // Of the 3.x that Argdown's parser takes; 4.x had the same fault up to 4.1.0.
  'js-yaml': '3.14.2',
  next: '16.3.3',
  nodemailer: '9.0.0',
  react: '19.2.8',
  'react-dom': '19.2.8',
  'socket.io-parser': '4.2.6',
  ws: '8.21.0',
};

const lockfile = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');

describe('package-lock.json', () => {
  test.each(Object.entries(floors))('holds no %s below %s', (name, floor) => {
    const versions = lockedVersions(lockfile, name);
    expect(
      versions,
      `${name} is not in package-lock.json; drop its floor if it is gone for good`,
    ).not.toEqual([]);
    expect(versions.filter((version) => isBelow(version, floor))).toEqual([]);
  });

  test('names no registry', () => {
    expect(lockfile.split('\n').filter((line) => /"resolved"|https?:\/\/[^"]*\.tgz/.test(line))).toEqual([]);
  });
});

describe('the gate itself', () => {
  test.each([
    ['4.2.5', '4.2.6', true],
    ['4.2.6', '4.2.6', false],
    ['4.10.0', '4.2.6', false],
    ['3.99.99', '4.2.6', true],
    ['4.2.6-beta.1', '4.2.6', true],
    ['4.3.0-beta.1', '4.2.6', false],
  ])('%s below %s: %s', (version, floor, expected) => {
    expect(isBelow(version, floor)).toBe(expected);
  });

  test('finds a package also where another one brings its own copy', () => {
    const nested = {
      packages: {
        'node_modules/ws': { version: '9.0.0' },
        'node_modules/a/node_modules/ws': { version: '1.0.0' },
      },
    };
    expect(lockedVersions(JSON.stringify(nested), 'ws')).toEqual(['9.0.0', '1.0.0']);
  });
});

function lockedVersions(text: string, name: string): string[] {
  const { packages } = JSON.parse(text) as { packages: Record<string, { version?: string }> };
  return Object.entries(packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, locked]) => locked.version ?? '0.0.0');
}

function isBelow(version: string, floor: string): boolean {
  const [numbers = '', preRelease] = version.split('-');
  const difference = numbers.localeCompare(floor, 'en', { numeric: true });
  return difference < 0 || (difference === 0 && preRelease !== undefined);
}
