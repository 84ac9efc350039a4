import { readFile, stat } from 'node:fs/promises';
import { InputError } from './input-error.ts';

/** Maximum file size: a file is read whole, and must fit in memory beside what is calculated from it. */
const LARGEST_FILE = 200_000_000;

/** The text of a file. */
export async function readTextFile(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new InputError(file, 'no such file.');
  if (found.size > LARGEST_FILE) throw new InputError(file, `it is larger than ${LARGEST_FILE / 1e6} MB.`);
  return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
}

/** The JSON in a file. */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readTextFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(file, `not valid JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
}
