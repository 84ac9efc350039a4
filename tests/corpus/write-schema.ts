import { writeFileSync } from 'node:fs';
import { parleyJsonSchema } from '../../domain/formats/parley/parley-schema.ts';
import { templateJsonSchema } from '../../domain/formats/template/template-schema.ts';

/* `npm run schema`: writes the published JSON Schemas of Parley's own files. */
for (const [name, schema] of [
  ['parley-debate-2', parleyJsonSchema()],
  ['parley-template-1', templateJsonSchema()],
] as const)
  writeFileSync(`docs/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
