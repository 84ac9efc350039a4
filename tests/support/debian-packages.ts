import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Tests whether this is a Debian-like system whose packages we may install: only root in a machine of its own may. */
export function canInstallDebianPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs packages of the system; throws with what apt-get said when it cannot. */
export function installDebianPackages(...names: string[]): void {
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', ...names);
}

function aptGet(...parameters: string[]): void {
  const result = spawnSync('/usr/bin/apt-get', ['--quiet=2', ...parameters], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status !== 0) throw new Error(`apt-get ${parameters.join(' ')} failed:\n${result.stderr}`);
}
