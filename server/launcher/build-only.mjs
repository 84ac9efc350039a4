import { build } from './build.mjs';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { main } from './run.mjs';

// `npm run build`: what `npm start` does before it serves.
await main(async () => {
  await install();
  await generateClient();
  await build();
});
