import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const MESSAGES = 'app/_ui/messages/en';
const onScreen = readdirSync(new URL(`../../${MESSAGES}`, import.meta.url), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`${MESSAGES}/${name}`))
  .join('\n');

const [screenPart = '', codePart = ''] = read('docs/glossary.md').split('\n## In the code\n');
const entriesOf = (part: string) => part.split('\n').filter((line) => line.startsWith('- **'));
/** The words that entries explain, before the colon. */
const wordsOf = (part: string) =>
  entriesOf(part).flatMap((entry) => [...entry.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word = '']) => word));
/** The names an entry gives, each with its file: "`Merge` and `Split` in `domain/…`". */
const namesIn = (part: string) =>
  [...part.matchAll(/((?:`\w+`(?: and )?)+) in `([\w/-]+\.tsx?)`/g)].flatMap(([, names = '', file = '']) =>
    [...names.matchAll(/\w+(?=`)/g)].map(([name]) => [name, file] as const),
  );

describe('the glossary', () => {
  test('explains each word once', () => {
    const words = wordsOf(screenPart + codePart);
    expect(words.length).toBeGreaterThan(70);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('gives each word the code that carries it', () => {
    const without = entriesOf(screenPart + codePart).filter(
      (entry) => !/`(domain|server|app)\/[^`]+`/.test(entry),
    );
    expect(without).toEqual([]);
  });

  test('names what its files export', () => {
    const named = namesIn(screenPart + codePart);
    expect(named.length).toBeGreaterThan(50);
    const missing = named.filter(
      ([name, file]) =>
        !new RegExp(`^export (async )?(function\\*?|class|interface|type|const) ${name}\\b`, 'm').test(
          read(file),
        ),
    );
    expect(missing).toEqual([]);
  });

  test('has the words of the screen as screens spell them', () => {
    const unseen = wordsOf(screenPart).filter((word) => !new RegExp(`\\b${word}`, 'i').test(onScreen));
    expect(unseen).toEqual([]);
  });
});
