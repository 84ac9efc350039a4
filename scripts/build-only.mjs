import { build } from './build.mjs';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { main } from './run.mjs';

// `npm run build`: the steps of `npm start` before it serves. With `--production` it needs no development dependencies.
await main(async () => {
  await install({ development: !process.argv.includes('--production') });
  await generateClient();
  await build();
});
