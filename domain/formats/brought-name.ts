import { LIMITS } from '../debate/engine/limits.ts';
import { isBlank } from '../debate/texts/blank.ts';
import { tidyName } from '../debate/texts/tidy-name.ts';
import { sound } from './read-text.ts';

/** Behind the name of somebody whom a file named: nobody signed in here by it. */
const FROM_FILE = ' (from a file)';

/** What somebody is called whom a file named: anybody may write a file, so it is never mistaken for somebody who is here. */
export function broughtName(name: string): string {
  return `${name}${FROM_FILE}`;
}

/** The name that a file has for somebody, as one here may be; empty where it has none. What was said of it before is said anew. */
export function nameInFile(name: string): string {
  let plain = tidyName(sound(name));
  while (plain.endsWith(FROM_FILE.trim())) plain = plain.slice(0, -FROM_FILE.trim().length).trim();
  return isBlank(plain) ? '' : [...plain].slice(0, LIMITS.nameCharacters).join('').trim();
}
