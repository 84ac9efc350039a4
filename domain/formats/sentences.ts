import { LIMITS } from '../debate/engine/limits.ts';
import type { Rejection } from '../debate/engine/rejections.ts';
import type { SetAside, SetAsideReason } from './exchanged-debate.ts';
import type { FormatError, FormatProblem } from './format-error.ts';

/** Sentences for why a file can't be read. `{detail}` is a field, a file or a limit. The message catalog takes them from here. */
export const PROBLEM_SENTENCES: Readonly<Record<FormatProblem, string>> = {
  unknown_format: 'Unknown file format. Choose it under “Format”.',
  write_only: 'Parley can export this format but not import it.',
  too_large: 'The file is larger than {detail}.',
  not_text: 'The file isn’t text in UTF-8 or UTF-16. In a spreadsheet, save it as “CSV UTF-8”.',
  not_json: 'The file isn’t valid JSON.',
  not_zip: 'The file isn’t a valid ZIP archive.',
  office_file: 'This is an Excel or other Office file. In Excel, save it as “CSV UTF-8”.',
  missing_file: 'The archive has no file {detail}.',
  part_of_set: 'This table is one file of a Parley export. Import the whole ZIP.',
  malformed: 'The file doesn’t follow its format: {detail}',
  bad_record: 'A field isn’t valid: {detail}',
  over_limit: 'The file contains something a debate doesn’t allow: {detail}.',
  newer_version: 'The file comes from a newer version of Parley.',
  too_many: 'The file exceeds the limit of a debate: {detail}.',
  too_deep: 'Arguments are more than {detail} levels deep.',
  no_claim_column: 'Choose the column that holds the claims. The table has: {detail}.',
  no_column: 'The table has no column {detail}.',
  nothing_found: 'The file contains no claims.',
  too_slow: 'This file takes too long to read. Split it, or remove deeply nested parts.',
  too_much_memory: 'This file takes too much memory to read. Split it into smaller files.',
  reader_failed: 'Parley couldn’t read this file. Check it in the program that created it.',
};

/** Sentences for why content of a file was skipped. */
export const SET_ASIDE_SENTENCES: Readonly<Record<SetAsideReason, string>> = {
  no_claim: 'It isn’t part of an argument.',
  not_public: 'Not everyone could see it in its debate.',
  no_place: 'The map doesn’t show it. It’s kept for exports in the same format.',
  merged: 'It was merged into another claim, which is imported.',
  earlier_wording: 'It’s a vote on an earlier wording, which the file doesn’t have.',
  links_nothing: 'It links to something not in the file.',
  ambiguous_reply: 'More than one claim has this text. The reply goes to the first one.',
  self_link: 'A claim can’t link to itself.',
  duplicate_link: 'These two are already linked.',
  too_long: 'It’s too long for a claim. The full text is kept as a source.',
  shortened: 'It’s too long and was shortened. The rest isn’t kept.',
  long_passage: 'The cited passage is too long and was left out.',
  too_many_cited: `A claim cites at most ${LIMITS.sourcesPerClaim} sources and ${LIMITS.passagesPerClaim} passages. This one isn’t cited here.`,
  empty: 'It has no text.',
  repeated: 'It appears twice. The later one counts.',
  unknown_value: 'Parley doesn’t know this value.',
  formatting: 'A claim is plain text.',
  other_discussion: 'It refers to something not in the file.',
  undercut_of_nothing: 'The claim it undercuts isn’t an argument, so it attacks that claim.',
  unknown_field: 'Parley doesn’t know this field.',
  long_motion: 'It’s too long for a motion and was left out. The topic is the motion.',
  about_people: 'Polis marks it as a statement about people (is-meta). Here it’s a normal claim.',
  no_votes: 'The file excludes its votes.',
  bad_address: 'It isn’t a web address, so it becomes the title of a source.',
  not_kept: 'The parts of this file that a map doesn’t show are too large to keep. Keep the file.',
  bundled: `A debate has at most ${LIMITS.positions} positions. This thesis is a claim under “Further theses”.`,
};

/** One line about why a file can't be read. */
export function problemLine({ problem, line, detail }: FormatError): string {
  const sentence = PROBLEM_SENTENCES[problem].replace('{detail}', () => detail);
  return line === null ? sentence : `Line ${line}: ${sentence}`;
}

/** One line about a skipped item. */
export function setAsideLine({ why, what, line }: SetAside): string {
  const where = line === null ? '' : `Line ${line}: `;
  return `${where}${JSON.stringify(what)} – ${SET_ASIDE_SENTENCES[why]}`;
}

/** Says why a text isn't allowed in a debate. */
export function textReason({ code, limit }: Rejection): string {
  if (code === 'text_too_long') return `more than ${limit} characters`;
  return code === 'text_empty' ? 'empty' : 'control characters, or characters that change the text direction';
}
