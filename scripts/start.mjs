import { build } from './build.mjs';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { exitCodeOf, main } from './run.mjs';

// `npm start`: from a fresh clone to a running server, skipping steps that are up to date.
await main(async () => {
  await install({ development: false });
  await generateClient();
  await build({ beside: makeFirstDatabase });
  process.env.NODE_ENV = 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  process.setSourceMapsEnabled(true);
  // The launcher becomes the server: there is one process to signal, to kill and to get an exit code from.
  await import('../dist/main.js');
});

/** Its exit code doesn't matter: a server makes what is missing, or says why it can't. */
function makeFirstDatabase() {
  // Optimized code of PostgreSQL as WebAssembly takes longer to make than this process lives.
  return exitCodeOf(process.execPath, ['--liftoff-only', 'dist/first-database.js'], { quiet: true });
}
