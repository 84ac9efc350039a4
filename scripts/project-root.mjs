import { fileURLToPath } from 'node:url';

/** The folder with package.json, wherever a script was called from. */
export const projectRoot = fileURLToPath(new URL('../', import.meta.url));
