import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from './build.mjs';
import { main } from './run.mjs';

const folder = join('tests', 'bench');

// The servers that benches measure, bundled as the server itself is: from source, every inner function costs more.
await main(async () => {
  const programs = readdirSync(folder).filter((name) => name.startsWith('serve-'));
  await bundleForNode(
    programs.map((name) => join(folder, name)),
    join('dist', 'bench'),
  );
});
