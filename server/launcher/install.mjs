import { readFileSync } from 'node:fs';
import { run } from './run.mjs';
import { step } from './step.mjs';

/** Installs exactly what package-lock.json names, unless node_modules holds it already. */
export async function install() {
  if (isInstalled()) return;
  await step('installing the dependencies', 'installed', () =>
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true }),
  );
}

/** Compares package-lock.json with the list npm leaves in node_modules as the last act of an installation. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const names = Object.keys(wanted).filter((name) => name !== '');
  const missing = names.filter((name) => !isSame(wanted[name], present[name]));
  // Optional packages are those of other systems: npm leaves them out.
  return missing.every((name) => wanted[name].optional && !present[name]) && isSubset(present, wanted);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function isSame(wanted, present) {
  return present?.version === wanted.version && present?.integrity === wanted.integrity;
}

function isSubset(present, wanted) {
  return Object.keys(present).every((name) => wanted[name]);
}
