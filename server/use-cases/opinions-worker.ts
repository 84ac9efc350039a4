import { tellOpinions } from '../../domain/analysis/opinions-told.ts';
import { answerJobs } from '../workers/answer-jobs.ts';
import type { OpinionsJob } from './opinions-reckoner.ts';

// A process of its own reckons with votes, one debate after another, for as long as anybody looks.
answerJobs(async ({ moments, telling }: OpinionsJob) => tellOpinions(moments, telling));
