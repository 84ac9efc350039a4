import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { linesOf, shapeOf } from './code-shape.ts';
import {
  boardFolderOf,
  domainFolderOf,
  foldersThatImportEachOther,
  importedFile,
  importsOf,
  roomFolderOf,
  serverFolderOf,
} from './import-graph.ts';

// `npm run measure:house [folder]`: sizes and cohesion of the sources in a checkout, this one unless another is named.

const FLAT = 25;
const TEST_FILE_LINES = 400;
const TEST_FUNCTION_LINES = 70;
const SOURCE = /^(?:app|domain|prisma\/seed|scripts|server)\/.*\.(?:tsx?|mjs)$/;
const TEST = /^tests\/.*\.tsx?$/;

const root = process.argv[2] ?? '.';
const listed = execFileSync('git', ['-C', root, 'ls-files'], { encoding: 'utf8' }).split('\n');
const sources = read(SOURCE);
const tests = read(TEST);
const shapes = [...sources].map(([path, source]) => shapeOf(path, source));

print('files', sources.size);
print('lines a file', spread([...sources.values()].map(linesOf)));
print('lines a function', spread(shapes.flatMap(({ functions }) => functions.map(({ lines }) => lines))));
print(`flat folders of more than ${FLAT} files`, list(flatFolders()));
print('pairs of folders that import each other', '');
print('  app/_board', list(pairsIn('app/_board', boardFolderOf)));
print('  domain', list(pairsIn('domain', domainFolderOf)));
print('  rooms of the domain, without the engine of debates', list(pairsIn('domain', roomFolderOf)));
print('  server', list(pairsIn('server', serverFolderOf)));
print('  rooms of the server', list(pairsIn('server', roomFolderOf)));
print(
  'switches over types',
  shapes.reduce((sum, { switches }) => sum + switches, 0),
);
print('files imported by one other', importedOnce());
print(`test files of more than ${TEST_FILE_LINES} lines`, list(longFiles()));
print(`test functions of more than ${TEST_FUNCTION_LINES} lines`, list(longFunctions()));
print('test lines a source line', ratio([...tests.values()], [...sources.values()]));
print('  of the domain', ratio(within(tests, 'tests/domain'), within(sources, 'domain')));

function read(pattern: RegExp): Map<string, string> {
  const paths = listed.filter((path) => pattern.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function spread(lengths: number[]): string {
  const sorted = lengths.sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)];
  return `median ${at(0.5)}, 90 in 100 under ${(at(0.9) ?? 0) + 1}`;
}

function flatFolders(): string[] {
  const counts = new Map<string, number>();
  for (const path of sources.keys()) {
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > FLAT).map(([folder, count]) => `${folder} ${count}`);
}

function longFiles(): string[] {
  return [...tests]
    .filter(([, text]) => linesOf(text) > TEST_FILE_LINES)
    .map(([path, text]) => `${path} ${linesOf(text)}`);
}

function longFunctions(): string[] {
  return [...tests].flatMap(([path, text]) =>
    shapeOf(path, text)
      .functions.filter(({ lines }) => lines > TEST_FUNCTION_LINES)
      .map(({ line, lines }) => `${path}:${line} ${lines}`),
  );
}

function pairsIn(folder: string, folderOf: (path: string) => string): string[] {
  const inside = new Map([...sources].filter(([path]) => path.startsWith(`${folder}/`)));
  return foldersThatImportEachOther(inside, folderOf).map((pair) =>
    pair.replace(/,? import each other.*/, ''),
  );
}

function importedOnce(): number {
  const importers = new Map<string, number>();
  for (const [file, source] of sources)
    for (const target of new Set(importsOf(source).map(({ specifier }) => importedFile(file, specifier))))
      if (target !== null) importers.set(target, (importers.get(target) ?? 0) + 1);
  return [...sources.keys()].filter((path) => importers.get(path) === 1).length;
}

function within(texts: ReadonlyMap<string, string>, folder: string): string[] {
  return [...texts].filter(([path]) => path.startsWith(`${folder}/`)).map(([, text]) => text);
}

function ratio(some: string[], others: string[]): string {
  const lines = (texts: string[]) => texts.reduce((sum, text) => sum + linesOf(text), 0);
  return (lines(some) / lines(others)).toFixed(2);
}

function list(items: string[]): string {
  return [String(items.length), ...items.sort()].join('\n    ');
}

function print(what: string, value: string | number): void {
  process.stdout.write(`${what}: ${value}\n`);
}
