import { readFileSync } from 'node:fs';
import { run } from './run.mjs';
import { step } from './step.mjs';

/**
 * Installs exactly what package-lock.json lists, unless node_modules has it already. Serving needs no development dependencies, and without
 * them a first start takes half the time.
 */
export async function install({ development = true } = {}) {
  if (isInstalled(development)) return;
  const scope = development ? '--include=dev' : '--omit=dev';
  await step('installing the dependencies', 'installed', () =>
    run('npm', ['ci', scope, '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true }),
  );
}

/** Compares package-lock.json with the list npm writes to node_modules as the last step of an installation. */
function isInstalled(development) {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const names = Object.keys(wanted).filter((name) => name !== '');
  const missing = names.filter((name) => !isSame(wanted[name], present[name]));
  return missing.every((name) => !present[name] && mayBeAbsent(wanted[name], development));
}

/** Optional packages may be for other systems: npm leaves them out. */
function mayBeAbsent({ optional, dev, devOptional }, development) {
  return Boolean(optional || (!development && (dev || devOptional)));
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
