import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './debian-packages.ts';

const NAME = process.platform === 'win32' ? 'redis-server.exe' : 'redis-server';

/** The program `redis-server`: the system's, else Debian's package when we may install it. */
export function findRedisBinary(): string {
  return systemBinary() ?? installedBinary() ?? failWithAdvice();
}

function systemBinary(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, NAME)).find((path) => existsSync(path));
}

function installedBinary(): string | undefined {
  if (!canInstallDebianPackages()) return undefined;
  installDebianPackages('redis-server');
  return systemBinary();
}

function failWithAdvice(): never {
  throw new Error(
    'There is no Redis here. Install it with your system\'s package manager (for example "apt-get install redis-server" or "brew install redis"), then run the tests again.',
  );
}
