import { build } from './build.mjs';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { main } from './run.mjs';

// `npm start`: from a fresh clone to a running server, skipping what is current.
await main(async () => {
  await install({ development: false });
  await generateClient();
  await build();
  process.env.NODE_ENV = 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  process.setSourceMapsEnabled(true);
  // The launcher becomes the server: there is one process to signal, to kill and to ask for an exit code.
  await import('../../dist/main.js');
});
