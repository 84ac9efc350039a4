import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type ParseResult, parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { linesOf, shapeOf } from '../../scripts/code-shape.ts';

/** A parsed file. */
interface Source extends Pick<ParseResult, 'program' | 'comments' | 'module'> {
  readonly path: string;
}

/** A node of a syntax tree. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Words in names for which the field has a term of its own. */
const NAMES =
  /^(told|tells?|telling|veil\w*|hush\w*|withheld|withhold|foret\w+|forsak\w+|deeds?|gone|held|kept|anew|reckon\w*|whoever|brought|wish|wishes)$/i;

/** Words of comments and test titles that a reader would stumble over. */
const PROSE =
  /\b(told|veil\w*|hush\w*|withheld|foret(ell|old)\w*|forsak\w+|deeds?|anew|beforehand|whoever|reckon\w*|somebody|anybody|everybody|oneself|any more|those who (run|steer)|stands? under|taken back)\b/i;

/** A comment or title starts with its subject, not with a question. A title may continue that of its group: "is refused". */
const QUESTION = /^(who|what|whose|whether)\b/i;
const ASKING = /^(Is|Are|Was|May|Does|Has)\b/;

/** A name in backticks that can only be one of code: of two words, or a constant. */
const NAMED = /`([a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[A-Z]+(?:_[A-Z]+)+)`/g;

/** Exports whose names Next.js prescribes, and so may occur in many files. */
const NEXT =
  /^(default|metadata|viewport|generateMetadata|dynamic|revalidate|runtime|GET|POST|PUT|PATCH|DELETE)$/;

const sources = filesIn('domain', 'server', 'app', 'tests')
  .filter((path) => /\.(tsx?|mjs)$/.test(path) && !path.endsWith('.d.ts'))
  .map((path): Source => ({ path, ...parsed(path) }));

describe('names are terms of the field', () => {
  test('of files', () => {
    const paths = filesIn('domain', 'server', 'app', 'tests', 'docs');
    expect(paths.filter((path) => path.split(/[/.-]/).some((word) => NAMES.test(word)))).toEqual([]);
  });

  test('of exports', () => {
    const names = sources.flatMap(({ path, module }) =>
      exportsOf(module)
        .filter((name) => wordsOf(name).some((word) => NAMES.test(word)))
        .map((name) => `${path}: ${name}`),
    );
    expect(names).toEqual([]);
  });

  test('one exported name has one meaning', () => {
    const paths = new Map<string, string[]>();
    for (const { path, module } of sources) {
      if (path.startsWith('tests/')) continue;
      for (const name of new Set(exportsOf(module))) paths.set(name, [...(paths.get(name) ?? []), path]);
    }
    expect([...paths].filter(([name, those]) => those.length > 1 && !NEXT.test(name))).toEqual([]);
  });

  test('a name is read word by word', () => {
    expect(wordsOf('useKeptHTMLPage')).toEqual(['use', 'kept', 'html', 'page']);
    expect(wordsOf('PAGES_KEPT')).toEqual(['pages', 'kept']);
  });
});

describe.each([
  ['comments', commentsIn],
  ['test titles', titlesIn],
] as const)('%s are plain English', (_, textsIn) => {
  const texts = sources.flatMap((source) =>
    textsIn(source).map((text) => [source.path, text.replace(/\s+/g, ' ').trim()] as const),
  );

  test('without words of a dialect', () => {
    expect(texts.filter(([, text]) => PROSE.test(text))).toEqual([]);
  });

  test('and begin with their subject', () => {
    expect(texts.filter(([, text]) => QUESTION.test(text) || ASKING.test(text))).toEqual([]);
  });
});

test('comments name only code that exists', () => {
  const known = new Set(sources.flatMap(({ path, comments }) => identifiersIn(path, comments)));
  const named = sources.flatMap(({ path, comments }) =>
    comments.flatMap(({ value }) => [...value.matchAll(NAMED)].map(([, name = '']) => ({ path, name }))),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ name }) => !known.has(name))).toEqual([]);
});

describe('tests', () => {
  const texts = sources
    .filter(({ path }) => path.startsWith('tests/'))
    .map(({ path }) => [path, readFileSync(path, 'utf8')] as const);

  test('have at most 400 lines a file', () => {
    expect(texts.filter(([, text]) => linesOf(text) > 400).map(([path]) => path)).toEqual([]);
  });

  test('have at most 70 lines a function', () => {
    const long = texts.flatMap(([path, text]) =>
      shapeOf(path, text)
        .functions.filter(({ lines }) => lines > 70)
        .map(({ line }) => `${path}:${line}`),
    );
    expect(long).toEqual([]);
  });

  // All files of a process share one copy of each module: a mock works only if no earlier file has loaded it.
  test('replace no module', () => {
    const mocking = texts.filter(([, text]) => /\bvi\.(do)?mock\(/i.test(text)).map(([path]) => path);
    expect(mocking).toEqual([]);
  });
});

test('titles are found wherever tests are declared', () => {
  const { program } = parseSync(
    'x.ts',
    `test('[A1] [A2] a', f); describe.each(x)(\`b \${y} c\`, f); await test.step('d', f); other('e');`,
  );
  expect(titlesIn({ path: 'tests/x.test.ts', program })).toEqual(['a', 'b … c', 'd']);
});

function filesIn(...folders: string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...folders], {
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => path !== '' && path !== 'tests/project/plain-code.test.ts');
}

function parsed(path: string): Omit<Source, 'path'> {
  const { program, comments, module } = parseSync(path, readFileSync(path, 'utf8'));
  return { program, comments, module };
}

/** Names a module exports itself, without those it only passes on. */
function exportsOf({ staticExports }: Source['module']): string[] {
  return staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ exportName, moduleRequest }) => (moduleRequest ? [] : (exportName.name ?? [])));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3_$2')
    .toLowerCase()
    .split('_');
}

function commentsIn({ comments }: Pick<Source, 'comments'>): string[] {
  return comments.map(({ value }) => value.replace(/^\s*\*+/gm, ''));
}

/** All words of a file's code and texts outside its comments. */
function identifiersIn(path: string, comments: Source['comments']): string[] {
  const text = readFileSync(path, 'utf8');
  const ends = [0, ...comments.map(({ end }) => end)];
  const code = [...comments.map(({ start }) => start), text.length].map((to, at) => text.slice(ends[at], to));
  return code.join(' ').match(/[\w$]+/g) ?? [];
}

/** Titles of tests, groups and steps; `…` for a part that is not fixed. Codes of rules at the beginning are left out. */
function titlesIn({ path, program }: Pick<Source, 'path' | 'program'>): string[] {
  if (!path.startsWith('tests/')) return [];
  const titles: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type === 'CallExpression' && isTest(value.callee))
      titles.push(...textOf((value.arguments as readonly unknown[])[0]));
    Object.values(value).forEach(visit);
  };
  visit(program);
  return titles.map((title) => title.replace(/^(\[\w+\] ?)+/, ''));
}

/** True for `test`, and for what is reached from it, such as `test.each(cases)` and `test.step`. */
function isTest(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return ['test', 'describe', 'it'].includes(String(callee.name));
  return isTest(callee.type === 'MemberExpression' ? callee.object : callee.callee);
}

function textOf(argument: unknown): string[] {
  if (!isNode(argument)) return [];
  if (argument.type === 'Literal') return typeof argument.value === 'string' ? [argument.value] : [];
  if (argument.type !== 'TemplateLiteral') return [];
  const quasis = argument.quasis as readonly { readonly value: { readonly raw: string } }[];
  return [quasis.map(({ value }) => value.raw).join('…')];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
