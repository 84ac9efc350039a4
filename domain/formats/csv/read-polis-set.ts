import { SYSTEM } from '../../debate/engine/entries.ts';
import { LIMITS } from '../../debate/engine/limits.ts';
import { isBlank } from '../../debate/texts/blank.ts';
import { countCharacters } from '../../debate/texts/wording.ts';
import type { Answer } from '../../debate/votes/vote.ts';
import { DraftDebate } from '../draft-debate.ts';
import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { isOwnReadme, POLIS_ANSWERS, VOTES_LEFT_OUT } from './polis-set.ts';
import { cellsInColumns, readCsv, readTable } from './read-csv.ts';
import { unharmed } from './write-csv.ts';

/** Columns that a file of Polis needs, and those that only some of its versions have. */
const COMMENTS = ['timestamp', 'comment-id', 'author-id', 'moderated', 'comment-body'] as const;
const SOME_COMMENTS = ['datetime', 'is-meta'] as const;
const VOTES = ['timestamp', 'comment-id', 'voter-id', 'vote'] as const;

/**
 * Reads the comments and votes of Polis: comments become claims, rejected ones hidden claims; of a person's votes on a comment the last
 * counts. Voters are only numbers.
 */
export function readPolisSet(files: ReadonlyMap<string, string>, title = ''): Imported {
  const draft = new DraftDebate();
  const readme = files.get('README.txt') ?? '';
  // In the tables of others an apostrophe is one.
  const original = isOwnReadme(readme) ? unharmed : (text: string) => text;
  const summary = new Map(
    [...readCsv(files.get('summary.csv') ?? '')].map((row) => {
      const [name = '', value = ''] = cellsInColumns(row, 2, ',', true);
      return [name, original(value)];
    }),
  );
  draft.title = summary.get('topic') || title;
  draft.motion = motionIn(draft, summary.get('conversation-description') ?? '');
  const comments = files.get('comments.csv');
  if (comments === undefined) throw new FormatError('missing_file', null, 'comments.csv');
  const target = draft.gathering();
  const rows = [...readTable(comments, 'comments.csv', COMMENTS, SOME_COMMENTS, 'comment-body')].map(
    (row) => ({
      ...row,
      number: numberIn(row.of('comment-id'), row.line),
    }),
  );
  for (const { line, of, number } of rows.sort((a, b) => a.number - b.number)) {
    const id = `t-${number}`;
    if (draft.hasClaim(id)) throw new FormatError('malformed', line, `comment ${number} appears twice`);
    const isNamed = of('author-id') !== '';
    const author = isNamed ? draft.addParticipant(`v-${numberIn(of('author-id'), line)}`) : SYSTEM;
    const at = momentIn(numberIn(of('timestamp'), line), of('datetime'));
    draft.addClaim({ id, text: original(of('comment-body')), target, relation: 'support', author, at, line });
    if (of('moderated').trim() === '-1') draft.hide(id, at);
    if (/^(t|true|1)$/i.test(of('is-meta').trim())) draft.note('about_people', of('comment-body'), line);
  }
  const votes = files.get('votes.csv');
  if (votes !== undefined) addVotes(draft, votes);
  else if (readme.includes(VOTES_LEFT_OUT)) draft.note('no_votes', 'votes.csv');
  else throw new FormatError('missing_file', null, 'votes.csv');
  return draft.finish();
}

/** The motion is the conversation's description, if it is as short as a motion; otherwise the topic. */
function motionIn(draft: DraftDebate, description: string): string {
  const text = description.trim();
  if (isBlank(text)) return draft.title;
  if (countCharacters(text) <= LIMITS.motionCharacters) return text;
  draft.note('long_motion', text);
  return draft.title;
}

function addVotes(draft: DraftDebate, text: string): void {
  const at = new Map<string, number>();
  for (const { line, of } of readTable(text, 'votes.csv', VOTES)) {
    const [claimId, voter] = [`t-${numberIn(of('comment-id'), line)}`, `v-${numberIn(of('voter-id'), line)}`];
    const answer = ANSWERS.get(of('vote').trim());
    const time = numberIn(of('timestamp'), line);
    const key = `${claimId} ${voter}`;
    if (!draft.hasClaim(claimId)) draft.note('links_nothing', claimId, line);
    else if (!answer) draft.note('unknown_value', of('vote'), line);
    else if ((at.get(key) ?? 0) <= time) {
      at.set(key, time);
      draft.addVote(claimId, draft.addParticipant(voter, undefined, line), answer, line);
    }
  }
}

const ANSWERS: ReadonlyMap<string, Answer> = new Map(
  (Object.keys(POLIS_ANSWERS) as Answer[]).map((answer) => [`${POLIS_ANSWERS[answer]}`, answer]),
);

/** Milliseconds of a timestamp: Polis used to write them, and writes seconds today. */
function momentIn(timestamp: number, datetime: string): number {
  const said = Date.parse(datetime);
  const isSeconds = Number.isFinite(said)
    ? Math.abs(said - timestamp * 1_000) < Math.abs(said - timestamp)
    : timestamp < EARLIEST_MILLISECONDS;
  return isSeconds ? timestamp * 1_000 : timestamp;
}

/** In milliseconds the year 1973; in seconds the year 5138. */
const EARLIEST_MILLISECONDS = 100_000_000_000;

function numberIn(text: string, line: number): number {
  const number = Number(text.trim() || Number.NaN);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new FormatError('bad_record', line, `the number “${text.slice(0, 60)}”`);
  return number;
}
