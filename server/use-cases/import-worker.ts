import { answerJobs } from '../workers/answer-jobs.ts';
import { readImport } from './read-import.ts';

// A process of its own reads files of others: whatever is in one, it ends at most this process.
answerJobs(readImport);
