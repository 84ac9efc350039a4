import { generateClient } from './generate-client.mjs';
import { generatePageTypes } from './generate-page-types.mjs';
import { install } from './install.mjs';
import { main } from './run.mjs';

// What the type checker and the tests need before they can run: dependencies and generated sources.
await main(async () => {
  await install();
  await generateClient();
  await generatePageTypes();
});
