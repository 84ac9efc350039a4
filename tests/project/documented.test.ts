import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isPassing, REJECTION_CODES } from '../../domain/debate/engine/rejections.ts';
import { ROLES } from '../../domain/debate/participants/participant.ts';
import { FORMAT_NAMES, FORMATS } from '../../domain/formats/formats.ts';
import { parleyJsonSchema } from '../../domain/formats/parley/parley-schema.ts';
import { templateJsonSchema } from '../../domain/formats/template/template-schema.ts';
import { SETTINGS } from '../../server/env.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** A row of a table that begins with this name. */
const row = (name = '') => new RegExp(`^\\| \`${name}\` +\\|`, 'm');

/** A function, class, constant, type or method of this name, in TypeScript or SQL. */
const declarationOf = (name: string) =>
  new RegExp(`(function\\*?|class|const|interface|type) "?${name}\\b|^ +(async )?${name}\\(.*\\{$`, 'im');

describe('everything people and programs use is documented', () => {
  const protocol = read('docs/protocol.md');

  test.each(REJECTION_CODES)('rejection %s', (code) => {
    expect(protocol).toMatch(row(code));
  });

  test('which rejections are temporary', () => {
    const [, sentence = ''] = protocol.match(/^A rejection is .*?\. (.*?) are temporary:/m) ?? [];
    const named = [...sentence.matchAll(/`(\w+)`/g)].map(([, code]) => code);
    expect(named.sort()).toEqual(REJECTION_CODES.filter((code) => isPassing({ code })).sort());
  });

  test('every event of the live protocol', () => {
    const events = [...read('domain/protocol/events.ts').matchAll(/^ {2}(\w+): \(/gm)].map(
      ([, name]) => name,
    );
    expect(events.length).toBeGreaterThan(5);
    for (const event of events) expect(protocol).toMatch(row(event));
  });

  test('every setting', () => {
    const operating = read('docs/operating.md');
    for (const name of SETTINGS.filter((setting) => setting !== 'NODE_ENV'))
      expect(operating).toMatch(row(name));
  });

  test('lines of the log, as the server writes them', () => {
    const folder = new URL('../../server/', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => read(`server/${path}`))
      .join('');
    const lines = [...read('docs/operating.md').matchAll(/`((?:an?|the) [a-z -]+)`/g)].map(
      ([, line]) => line,
    );
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => !sources.includes(`'${line}'`))).toEqual([]);
  });

  test('every role', () => {
    const facilitating = read('docs/facilitating.md');
    for (const role of ROLES) expect(facilitating).toContain(`\`${role}\``);
  });
});

describe('documents speak of what is there', () => {
  const documents = [
    'README.md',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...['docs', 'docs/decisions', 'domain/spec'].flatMap((folder) =>
      readdirSync(new URL(`../../${folder}`, import.meta.url))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}/${name}`),
    ),
  ];

  test.each(documents)('links and files of %s', (path) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const linked = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to]) => `${folder}${to}`);
    const named = [...read(path).matchAll(/`((?:app|server|domain|tests|prisma|docs)\/[\w./[\]-]+)`/g)].map(
      ([, name]) => name ?? '',
    );
    for (const file of [...linked, ...named]) {
      expect(existsSync(new URL(`../../${file}`, import.meta.url)), `${path} names ${file}`).toBe(true);
    }
  });

  test.each(documents)('functions of %s', (path) => {
    for (const [, name = '', file = ''] of read(path).matchAll(/`(\w+)` in `([\w./[\]-]+\.\w+)`/g))
      expect(read(file), `${path} names ${name} in ${file}`).toMatch(declarationOf(name));
  });

  test('the map of the code in README has ten lines, each with a file or folder', () => {
    const [, map = ''] = read('README.md').match(/## The code in ten lines[\s\S]*?```\n([\s\S]*?)```/) ?? [];
    const lines = map.trim().split('\n');
    expect(lines).toHaveLength(10);
    for (const [path = ''] of lines.map((line) => line.split(/[\s,]/)))
      expect(existsSync(new URL(`../../${path}`, import.meta.url)), path).toBe(true);
  });

  test('the path of one edit names a function in each hop', () => {
    const hops = read('docs/tour.md').match(/^\d+\. .*/gm) ?? [];
    expect(hops.length).toBeGreaterThan(10);
    for (const hop of hops) expect(hop).toMatch(/`\w+` in `[\w./[\]-]+\.\w+`/);
  });

  test('ARCHITECTURE lists every decision, and each record has its parts', () => {
    const records = documents.filter((path) => path.startsWith('docs/decisions/'));
    for (const record of records) {
      expect(read('ARCHITECTURE.md')).toContain(`(${record})`);
      const text = read(record);
      expect(text, record).toMatch(/^# .+\n\nStatus: (accepted|superseded)[^\n]*, \d{4}-\d{2}/);
      for (const part of ['Context', 'Decision', 'Consequences'])
        expect(text, record).toContain(`\n## ${part}\n`);
      expect(text.split('\n').length, record).toBeLessThanOrEqual(61);
    }
  });
});

test.each([
  ['parley-debate-2', parleyJsonSchema()],
  ['parley-template-1', templateJsonSchema()],
])('the published schema %s is the one that files are read by', (name, schema) => {
  expect(JSON.parse(read(`docs/${name}.schema.json`))).toEqual(JSON.parse(JSON.stringify(schema)));
});

test.each(FORMAT_NAMES)('%s is documented', (name) => {
  const { extension, read: reads } = FORMATS[name];
  const row = new RegExp(
    `^\\| \`${name}\` *\\| \`\\.${extension}\` *\\| yes \\| ${reads ? 'yes' : 'no '} \\|`,
    'm',
  );
  expect(read('docs/formats.md')).toMatch(row);
});
