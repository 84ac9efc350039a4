import { answerJobs } from '../../workers/answer-jobs.ts';
import { readImport } from './read-import.ts';

// Files from others are read in a separate process: whatever a file contains, it can only end this process.
answerJobs(readImport);
