import { discloseOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import { answerJobs } from '../../workers/answer-jobs.ts';
import type { OpinionsJob } from './opinions-calculator.ts';

// Calculates opinion groups in a separate process, one debate after another, while there are viewers.
answerJobs(async ({ moments, policy }: OpinionsJob) => discloseOpinions(moments, policy));
