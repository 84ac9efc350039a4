import { bundleForNode } from './build.mjs';
import { main } from './run.mjs';

// `node scripts/bundle-test-programs.mjs folder programs`: bundles the programs that tests run as processes, with the server's workers, as a
// build does. Started from source, each takes a second longer.
await main(async () => {
  const [folder, ...programs] = process.argv.slice(2);
  await bundleForNode(programs, folder);
});
