import { LIMITS } from '../../debate/engine/limits.ts';
import { isBlank } from '../../debate/texts/blank.ts';
import { tidyName } from '../../debate/texts/tidy-name.ts';
import { sound } from '../read-text.ts';

/** Suffix of the name of a person from a file: nobody has signed in here under it. */
const FROM_FILE = ' (from a file)';

/** The displayed name of a person from a file: anyone may write a file, so it is never mistaken for a participant's. */
export function importedName(name: string): string {
  return `${name}${FROM_FILE}`;
}

/** A person's name from a file, normalized; empty if there is none. An earlier suffix is replaced. */
export function nameInFile(name: string): string {
  let plain = tidyName(sound(name));
  while (plain.endsWith(FROM_FILE.trim())) plain = plain.slice(0, -FROM_FILE.trim().length).trim();
  return isBlank(plain) ? '' : [...plain].slice(0, LIMITS.nameCharacters).join('').trim();
}
