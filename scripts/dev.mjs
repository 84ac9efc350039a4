import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { exitCodeOf, main } from './run.mjs';

// `npm run dev`: the server restarts when one of its files changes; pages are replaced in the browser by Next.
await main(async () => {
  await install();
  await generateClient();
  const watch = ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'];
  process.exitCode = await exitCodeOf(process.execPath, watch, { env: { NODE_ENV: 'development' } });
});
