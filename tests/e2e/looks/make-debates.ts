/** A program that puts the debates of the visual test into a data folder, as JSON on its output: names to paths. */

import { generateDebate } from '#server/cli/generate/generate-debate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { DatabaseLog } from '#server/log/database-log.ts';
import { storeSeed } from '#server/services/seed/store-seed.ts';
import { fewClaims } from './few-claims.ts';
import { hardTexts } from './hard-texts.ts';
import { languages } from './languages.ts';

const [dataDir = ''] = process.argv.slice(2);
const database = await openDatabase({ dataDir });
const log = new DatabaseLog(database);
const generated = async (claims: number) =>
  (await generateDebate(database, { claims, positions: 3, people: 40, votesPerClaim: 4, seed: 1 })).debateId;
const ids = {
  few: await storeSeed(database, log, fewClaims),
  hard: await storeSeed(database, log, hardTexts),
  languages: await storeSeed(database, log, languages),
  thousand: await generated(1_000),
  'ten thousand': await generated(10_000),
};
await database.close();
process.stdout.write(JSON.stringify(ids));
