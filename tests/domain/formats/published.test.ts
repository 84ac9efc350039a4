import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMAT_NAMES, FORMATS } from '#domain/formats/formats.ts';
import { parleyJsonSchema } from '#domain/formats/parley/parley-schema.ts';
import { templateJsonSchema } from '#domain/formats/template/template-schema.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

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
