import { existsSync, writeFileSync } from 'node:fs';
import { contentHash, isCurrent } from './content-hash.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';

const stamp = 'prisma/client/.made-from';

/** Generates the Prisma client from the schema, unless it is up to date with this schema and this Prisma. */
export async function generateClient() {
  if (!existsSync('prisma/schema.prisma')) return;
  const hash = contentHash(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']);
  if (isCurrent(stamp, hash)) return;
  await step('generating the database client', 'generated', () =>
    run(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], {
      quiet: true,
      env: {
        // The command requires a native engine that generating never runs; any executable satisfies it, and nothing is downloaded.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    }),
  );
  writeFileSync(stamp, hash);
}
