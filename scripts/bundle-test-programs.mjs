import { bundleForNode } from './build.mjs';
import { main } from './run.mjs';

// `node scripts/bundle-test-programs.mjs folder programs`: programs that tests run as processes of their own, bundled as the server itself
// is, with what a server runs: loaded from source, each would take a second more.
await main(async () => {
  const [folder, ...programs] = process.argv.slice(2);
  await bundleForNode([...programs, 'server/cli/backup/backup-command.ts'], folder);
});
