import { writeFileSync } from 'node:fs';
import { parleyJsonSchema } from '../../domain/formats/parley/parley-schema.ts';

/* `npm run schema`: writes the published JSON Schema of Parley's own files. */
writeFileSync('docs/parley-debate-2.schema.json', `${JSON.stringify(parleyJsonSchema(), null, 2)}\n`);
