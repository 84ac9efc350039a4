import { LIMITS } from '../debate/limits.ts';
import type { SetAside, SetAsideReason } from './exchanged-debate.ts';
import type { FormatError, FormatProblem } from './format-error.ts';

/** Why a file cannot be read. `{detail}` is a field, a file or a bound. The message catalogue takes them from here. */
export const PROBLEM_SENTENCES: Readonly<Record<FormatProblem, string>> = {
  unknown_format: 'Unknown file format. Choose it under “Format”.',
  write_only: 'Parley writes this format but does not read it.',
  too_large: 'The file is larger than Parley takes ({detail}).',
  not_text: 'The file is no text in UTF-8 or UTF-16.',
  not_json: 'The file is no valid JSON.',
  not_zip: 'The file is no valid ZIP archive.',
  missing_file: 'The file {detail} is missing in the archive.',
  malformed: 'The file breaks the rules of its format: {detail}',
  bad_record: 'A field is not what the format says: {detail}',
  over_limit: 'The file contains something that a debate does not allow: {detail}.',
  newer_version: 'The file was written by a newer Parley.',
  too_many: 'There is more in the file than a debate holds: {detail}.',
  too_deep: 'Arguments stand more than {detail} levels deep.',
  no_claim_column: 'Choose the column that holds the claims. The table has: {detail}.',
  no_column: 'The table has no such column: {detail}.',
  nothing_found: 'There is no claim in the file.',
  too_slow: 'This file takes too long to read. Split it, or remove deeply nested parts.',
  too_much_memory: 'This file takes too much memory to read. Split it into smaller files.',
  reader_failed: 'Parley could not finish reading this file. Check it in the program that created it.',
};

/** Why something of a file was set aside. */
export const SET_ASIDE_SENTENCES: Readonly<Record<SetAsideReason, string>> = {
  no_claim: 'It takes no part in the argument.',
  no_place: 'An argument map does not show it; it is kept for an export in the same format.',
  links_nothing: 'It links what is not in the file.',
  self_link: 'A claim does not argue about itself.',
  duplicate_link: 'The same two are linked already.',
  too_long: 'It is longer than a claim; the whole text stands as a source.',
  empty: 'There is no text in it.',
  repeated: 'It is there twice; the later one counts.',
  unknown_value: 'Its value is none that Parley knows.',
  formatting: 'A claim is plain text.',
  other_discussion: 'It refers to what is not in the file.',
  undercut_of_nothing: 'What it undercuts argues for nothing; it attacks the claim itself.',
  unknown_field: 'Parley knows no such field.',
  about_people:
    'Polis keeps it apart as a statement about people (is-meta). Here it is a claim like the others.',
  no_votes: 'The file says that votes are left out of it.',
  bad_address: 'It is no web address, so it stands as the title of a source.',
  not_kept: 'What no map shows of this file is too much to keep with the debate. Keep the file.',
  bundled: `A debate has at most ${LIMITS.positions} positions. This thesis is a claim under “Further theses”.`,
};

/** One line about why a file cannot be read. */
export function problemLine({ problem, line, detail }: FormatError): string {
  const sentence = PROBLEM_SENTENCES[problem].replace('{detail}', () => detail);
  return line === null ? sentence : `Line ${line}: ${sentence}`;
}

/** One line about something that was set aside. */
export function setAsideLine({ why, what, line }: SetAside): string {
  const where = line === null ? '' : `Line ${line}: `;
  return `${where}${JSON.stringify(what)} – ${SET_ASIDE_SENTENCES[why]}`;
}
