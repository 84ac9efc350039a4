import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMAT_NAMES, FORMATS } from '#domain/formats/formats.ts';
import { parleyJsonSchema } from '#domain/formats/parley/parley-schema.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

test('the published schema is the one that files are read by', () => {
  expect(JSON.parse(read('docs/parley-debate-2.schema.json'))).toEqual(
    JSON.parse(JSON.stringify(parleyJsonSchema())),
  );
});

test.each(FORMAT_NAMES)('%s is documented', (name) => {
  const { extension, read: reads } = FORMATS[name];
  const row = new RegExp(
    `^\\| \`${name}\` *\\| \`\\.${extension}\` *\\| yes \\| ${reads ? 'yes' : 'no '} \\|`,
    'm',
  );
  expect(read('docs/formats.md')).toMatch(row);
});
