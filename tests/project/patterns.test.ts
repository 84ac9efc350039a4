import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { check } from 'recheck';
import { expect, test } from 'vitest';

/** A regular expression of the source, and the files it stands in. */
interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly files: readonly string[];
}

/** A node of a syntax tree. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/**
 * The checker may take long for one pattern on a machine that does something else (milliseconds), and its trials end by the characters
 * they read alone: one that ends by the clock counts as slow.
 */
const BY_COUNT = { timeout: 120_000, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

/** Patterns the checker calls slow, or cannot decide, by where they stand, and why they may stay. */
const MAY_STAY: Readonly<Record<string, string>> = {
  'app/_board/core/claims/excerpt.ts': 'The text is cut to some eighty characters before.',
  'domain/layout/wrap-text.ts': 'A word is looked through for a dash once, and then taken as a whole.',
  'domain/formats/argdown/escape-argdown.ts':
    'It meets what JSON.stringify wrote, where each quote has its end.',
  'server/cli/analyse/read-frameworks.ts': 'It reads lines of a file on the command line of whoever runs it.',
  'server/secret-files.ts': 'It reads a secret that whoever runs the server has put into a file.',
  'server/auth/people/mail-address.ts': 'An address has 254 characters at most, which is looked at before.',
};

/** All regular expressions of these parts: literals, and such as are made of constants of the same file. */
function patternsIn(folders: readonly string[]): Pattern[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...folders], {
    encoding: 'utf8',
  });
  const found = new Map<string, Pattern>();
  for (const file of new Set(listed.split('\n').filter((name) => /\.(?:tsx?|mjs)$/.test(name)))) {
    const { program } = parseSync(file, readFileSync(file, 'utf8'));
    const constants = constantsOf(program as unknown as Node);
    for (const [source, flags] of expressionsIn(program, file, constants)) {
      const key = `/${source}/${flags}`;
      found.set(key, { source, flags, files: [...(found.get(key)?.files ?? []), file] });
    }
  }
  return [...found.values()];
}

function* expressionsIn(
  value: unknown,
  file: string,
  constants: ReadonlyMap<string, string>,
): Generator<readonly [source: string, flags: string]> {
  if (Array.isArray(value)) {
    for (const one of value) yield* expressionsIn(one, file, constants);
    return;
  }
  if (!isNode(value)) return;
  if (value.type === 'Literal' && value.regex) {
    const { pattern, flags } = value.regex as { pattern: string; flags: string };
    yield [pattern, flags];
    return;
  }
  if (isConstruction(value)) {
    const [pattern, flags] = (value.arguments as Node[]).map((argument) => textOf(argument, constants));
    if (pattern === null || pattern === undefined)
      throw new Error(`${file} makes a regular expression of what only runs know: search by a loop`);
    yield [pattern, flags ?? ''];
  }
  for (const field of Object.values(value)) yield* expressionsIn(field, file, constants);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function isConstruction({ type, callee }: Node): boolean {
  return (
    (type === 'NewExpression' || type === 'CallExpression') && isNode(callee) && callee.name === 'RegExp'
  );
}

/** The texts that names of a file stand for. */
function constantsOf(program: Node): Map<string, string> {
  const constants = new Map<string, string>();
  for (const statement of program.body as Node[]) {
    const declared = (
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    ) as Node | null;
    if (declared?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declared.declarations as { id: Node; init: Node | null }[]) {
      const text = init && textOf(init, constants);
      if (typeof id.name === 'string' && typeof text === 'string') constants.set(id.name, text);
    }
  }
  return constants;
}

/** The text of an expression; null where only runs know it. */
function textOf(node: Node, constants: ReadonlyMap<string, string>): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type === 'Identifier') return constants.get(String(node.name)) ?? null;
  if (node.type !== 'TemplateLiteral') return null;
  const parts = (node.expressions as Node[]).map((one) => textOf(one, constants));
  const texts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  if (parts.includes(null)) return null;
  return texts.map((text, index) => text + (parts[index] ?? '')).join('');
}

const PATTERNS = patternsIn(['domain', 'server', 'app']);

test('[SK24] every regular expression takes time in proportion to the text', {
  timeout: 1_200_000,
}, async () => {
  expect(PATTERNS.length).toBeGreaterThan(150);
  const isExempt = ({ files }: Pattern) => files.every((file) => file in MAY_STAY);
  const slow: string[] = [];
  for (const pattern of PATTERNS.filter((one) => !isExempt(one))) {
    const { source, flags, files } = pattern;
    const found = await check(source, flags, BY_COUNT);
    if (found.status === 'safe') continue;
    const attack = found.status === 'vulnerable' ? found.attack.pattern : found.error.kind;
    slow.push(`/${source}/${flags} of ${files.join()}: ${found.status}, ${attack}`);
  }
  expect(slow).toEqual([]);
});

test('[SK24] every exception still exists', () => {
  const files = new Set(PATTERNS.flatMap((pattern) => pattern.files));
  expect(Object.keys(MAY_STAY).filter((file) => !files.has(file))).toEqual([]);
});
