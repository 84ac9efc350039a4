import { parentPort, workerData } from 'node:worker_threads';
import { type ImportedFile, readImport } from './read-import.ts';

// A thread of its own reads one large file, so that nobody waits for it, and ends.
parentPort?.postMessage(await readImport(workerData as ImportedFile));
