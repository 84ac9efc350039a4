import { readdirSync, readFileSync } from 'node:fs';
import compile from 'icu-minify/compile';
import { describe, expect, test } from 'vitest';
import { en } from '../../app/_ui/messages/en.ts';

/** Words that a reader of product English would stumble over. */
const DIALECT =
  /\b(told|withheld|veil|hush|foretell|anew|whoever|those who run|mail address|reckon\w*|somebody|everybody|any more|taken back|stands? under|take part)\b/i;

const MOST_BRANCHES = 6;

/** Characters of a table's cell on a page. Longer ones are read better as a list. */
const LONGEST_CELL = 120;

describe('messages on screen are plain English', () => {
  const messages = messagesIn(en);

  test('without words of a dialect', () => {
    expect(messages.filter(([, text]) => DIALECT.test(text))).toEqual([]);
  });

  test('with at most six branches in a select', () => {
    expect(messages.filter(([, text]) => Math.max(0, ...branchesIn(text)) > MOST_BRANCHES)).toEqual([]);
  });

  // The catalogue's formatter takes an empty message for a missing one, and shows its key.
  test('none of which is empty in any case', () => {
    expect(messages.filter(([, text]) => canBeEmpty(compile(text)))).toEqual([]);
    expect(canBeEmpty(compile('{n, plural, =0 {} other {#}}'))).toBe(true);
    expect(canBeEmpty(compile('{n, plural, =0 {} other {#}}.'))).toBe(false);
  });

  test('a select is counted with the branches of its own level alone', () => {
    expect(
      branchesIn('{a, select, x {{b, select, y {1} other {2}}} other {{n, plural, one {#} other {#}}}}'),
    ).toEqual([2, 2]);
    expect(branchesIn('none')).toEqual([]);
  });
});

describe('mails, reports and files say it in plain English', () => {
  test.each([
    'domain/formats/sentences.ts',
    'server/auth/sign-in/account-mails.ts',
    'server/services/notifications/digest-mail.ts',
    'server/services/invitations/invitation-mail.ts',
    'server/rendering/pictures/picture-words.ts',
    'server/rendering/report/report-words.ts',
  ])('%s', (path) => {
    const source = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    // Without comments, imports and keys.
    const words = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^import .*$|^ *\w+:/gm, '');
    expect(words.split('\n').filter((line) => DIALECT.test(line))).toEqual([]);
  });
});

describe('pages are plain English', () => {
  const pages = ['docs', 'domain/spec'].flatMap((folder) =>
    readdirSync(new URL(`../../${folder}`, import.meta.url))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  );

  describe.each([...pages, 'README.md', 'CONTRIBUTING.md'])('%s', (path) => {
    const page = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

    test('without words of a dialect', () => {
      const words = page.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
      expect(words.split('\n').filter((line) => DIALECT.test(line))).toEqual([]);
    });

    test('with short table cells', () => {
      const rows = page.split('\n').filter((line) => line.startsWith('|'));
      const cells = rows.flatMap((row) => row.split(/(?<!\\)\|/)).map((cell) => cell.trim());
      expect(cells.filter((cell) => cell.length > LONGEST_CELL)).toEqual([]);
    });
  });
});

/** Every message with its key. */
function messagesIn(part: object, path = ''): [key: string, text: string][] {
  return Object.entries(part).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : messagesIn(value, `${path}${key}.`),
  );
}

/** How many branches each select of an ICU message has, in the order in which they begin. */
function branchesIn(text: string): number[] {
  return [...text.matchAll(/\{\w+, select,/g)].map(({ index, 0: opening }) => {
    let [depth, branches] = [1, 0];
    for (let at = index + opening.length; depth > 0 && at < text.length; at += 1) {
      if (text[at] === '{' && depth++ === 1) branches += 1;
      if (text[at] === '}') depth -= 1;
    }
    return branches;
  });
}

/** True if a compiled message, or a branch of one, has no words in some case: all of it is branches, each with an empty one. */
function canBeEmpty(compiled: unknown): boolean {
  if (!Array.isArray(compiled)) return compiled === '';
  return compiled.every(
    (node) => Array.isArray(node) && isObject(node[2]) && Object.values(node[2]).some(canBeEmpty),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
