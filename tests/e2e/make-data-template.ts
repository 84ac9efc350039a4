import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DATA_TEMPLATE, ParleyProcess } from './parley-process.ts';

/**
 * Playwright's global setup: lets one server make and seed its database, which takes it seconds, and keeps the folder for the servers
 * of all stories to copy. The run's own temporary folder goes when the run ends, and the copy with it.
 */
export default async function makeDataTemplate(): Promise<void> {
  const server = await ParleyProcess.start();
  const template = await server.stopForCopy();
  // Every installation has a secret of its own.
  await rm(join(template, 'auth-secret'));
  await server.stop();
  process.env[DATA_TEMPLATE] = template;
}
