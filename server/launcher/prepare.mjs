import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { main } from './run.mjs';

// What a script of ours needs before it can run: the dependencies and the database client.
await main(async () => {
  await install();
  await generateClient();
});
