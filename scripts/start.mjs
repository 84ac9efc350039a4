import { build } from './build.mjs';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { main } from './run.mjs';

// `npm start`: from a fresh clone to a running server, skipping steps that are up to date.
await main(async () => {
  await install({ development: false });
  await generateClient();
  await build();
  process.env.NODE_ENV = 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  process.setSourceMapsEnabled(true);
  // The launcher becomes the server: there is one process to signal, to kill and to get an exit code from.
  await import('../dist/main.js');
});
