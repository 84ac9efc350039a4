import { readFileSync } from 'node:fs';

/** The flags of Node with which `npm start` runs the server. */
export function serverFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
