import { existsSync } from 'node:fs';
import { bundleServer } from './build.mjs';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { main } from './run.mjs';

// `npm run backup`, `restore` and `move`: the command as it was built for the server. A server may be running from this folder, so
// nothing that is there is installed or built again.
await main(async () => {
  if (!existsSync('dist/backup-command.js')) {
    await install({ development: false });
    await generateClient();
    await bundleServer();
  }
  process.setSourceMapsEnabled(true);
  await import('../dist/backup-command.js');
});
