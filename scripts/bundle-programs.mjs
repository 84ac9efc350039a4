import { bundleForNode } from './build.mjs';
import { main } from './run.mjs';

// `node scripts/bundle-programs.mjs folder programs`: bundles programs that tests and benches run as processes, with the server's workers,
// as a build does. Started from source, each takes a second longer, and every inner function costs more.
await main(async () => {
  const [folder, ...programs] = process.argv.slice(2);
  await bundleForNode(programs, folder);
});
