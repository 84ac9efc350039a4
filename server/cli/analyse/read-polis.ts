import { join } from 'node:path';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Opinion, Opinions } from '#domain/analysis/opinions/opinions.ts';
import { InputError } from './input-error.ts';
import { readJsonFile, readTextFile } from './read-text.ts';

/** One answer of a Polis conversation. */
interface CastVote {
  readonly at: number;
  readonly participant: string;
  readonly statement: string;
  readonly opinion: Opinion;
}

const opinion = z.coerce.number().pipe(z.union([z.literal(1), z.literal(0), z.literal(-1)]));
const name = z.union([z.string().min(1), z.number().transform(String)]);
const jsonVotes = z.array(
  z.preprocess(
    asInPolis,
    z.object({ pid: name, tid: name, vote: opinion, modified: z.coerce.number().default(0) }),
  ),
);
const jsonComments = z.array(
  z.preprocess(
    asInPolis,
    z.object({ tid: name, mod: z.number().default(0), is_meta: z.boolean().nullish() }),
  ),
);
const csvVote = z.object({
  timestamp: z.coerce.number(),
  'comment-id': name,
  'voter-id': name,
  vote: opinion,
});
const csvComment = z.object({
  'comment-id': name,
  moderated: z.coerce.number(),
  'is-meta': z.string().default(''),
});

/** Red-dwarf's names for Polis' fields. */
const RENAMED = { participant_id: 'pid', statement_id: 'tid', moderated: 'mod' } as const;

/** A record with Polis' own field names. */
function asInPolis(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record;
  const fields = Object.entries(record).map(([field, value]) => [
    Object.hasOwn(RENAMED, field) ? RENAMED[field as keyof typeof RENAMED] : field,
    value,
  ]);
  return Object.fromEntries(fields);
}

/** A conversation as stored by Polis, or red-dwarf: `votes.json` and `comments.json`, with agreeing as 1. */
export async function readPolisJson(folder: string): Promise<Opinions> {
  const [votesFile, commentsFile] = [join(folder, 'votes.json'), join(folder, 'comments.json')];
  const votes = checked(jsonVotes, votesFile, await readJsonFile(votesFile));
  const comments = checked(jsonComments, commentsFile, await readJsonFile(commentsFile));
  return gathered(
    votes.map(({ pid, tid, vote, modified }) => ({
      at: modified,
      participant: pid,
      statement: tid,
      opinion: vote,
    })),
    comments.filter(({ mod, is_meta }) => mod < 0 || is_meta).map(({ tid }) => tid),
  );
}

/** A conversation as exported by Polis: its tables of votes and of comments. */
export async function readPolisCsv(votesFile: string, commentsFile: string): Promise<Opinions> {
  const votes = await readRows(votesFile, csvVote);
  const comments = await readRows(commentsFile, csvComment);
  return gathered(
    votes.map((vote) => ({
      at: vote.timestamp,
      participant: vote['voter-id'],
      statement: vote['comment-id'],
      opinion: vote.vote,
    })),
    comments
      .filter((comment) => comment.moderated < 0 || /^(t|true|1)$/i.test(comment['is-meta'].trim()))
      .map((comment) => comment['comment-id']),
  );
}

async function readRows<T>(file: string, row: z.ZodType<T>): Promise<T[]> {
  const text = await readTextFile(file);
  let rows: { record: unknown; info: { lines: number } }[];
  try {
    rows = parse(text, { columns: true, info: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(file, `not valid CSV (${error.message}).`);
  }
  return rows.map(({ record, info }) => checked(row, file, record, info.lines));
}

function checked<T>(schema: z.ZodType<T>, file: string, value: unknown, line?: number): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new InputError(
    file,
    `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is not as expected'}.`,
    line,
  );
}

/**
 * The last answer of each person to each statement; people in the order of their first answer, as far as votes show it. Statements without
 * votes are left out, as in Polis.
 */
function gathered(votes: readonly CastVote[], leftOut: readonly string[]): Opinions {
  const inTime = [...votes].sort((a, b) => a.at - b.at);
  const participants = [...new Set(inTime.map(({ participant }) => participant))];
  const statements = [...new Set(inTime.map(({ statement }) => statement))].sort(byNumber);
  const [personAt, statementAt] = [placesOf(participants), placesOf(statements)];
  const answers = participants.map(() => statements.map((): Opinion | null => null));
  for (const vote of inTime) {
    const row = answers[personAt.get(vote.participant) ?? 0];
    if (row) row[statementAt.get(vote.statement) ?? 0] = vote.opinion;
  }
  return { participants, statements, answers, leftOut: new Set(leftOut) };
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, place) => [id, place]));
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0);
}
