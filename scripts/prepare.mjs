import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { main } from './run.mjs';

// Prepares what our scripts need before they can run: the dependencies and the database client.
await main(async () => {
  await install();
  await generateClient();
});
