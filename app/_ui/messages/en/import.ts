import { PROBLEM_SENTENCES, SET_ASIDE_SENTENCES } from '../../../../domain/formats/sentences.ts';

/** Bringing a debate in from a file. */
export const importing = {
  title: 'Bring in a debate',
  lead: 'From a file of Parley, Argdown, AIF, Kialo, Polis, or of tables. You see what is in it before anything is made.',
  link: 'Bring one in from a file instead',
  noScript: 'Bringing in a debate needs JavaScript, which is off in this browser.',
  file: 'File',
  fileHint: 'Up to 32 MB.',
  yourName: 'Your name',
  yourNameHint: 'You will be the owner of the debate.',
  look: 'Look into it',
  looking: 'Reading…',
  create: 'Make the debate',
  creating: 'One moment…',
  unreachable: 'The server could not be reached. Try again in a moment.',
  failed: 'It cannot be read',
  line: 'Line {line}',
  problems: PROBLEM_SENTENCES,
  found: 'What is in it',
  motion: 'Motion',
  positions: 'Positions',
  counts:
    '{claims, plural, one {# claim} other {# claims}}, {links, plural, one {# link across} other {# links across}}, {sources, plural, one {# source} other {# sources}}, {comments, plural, one {# comment} other {# comments}}, {votes, plural, one {# vote} other {# votes}} of {people, plural, one {# person} other {# people}}',
  left: 'Contributions keep their times, and who wrote what stays apart; people the file names are marked as coming from it. Earlier wordings, polls and the moderation log stay in the file.',
  setAside:
    '{count, plural, =0 {Nothing was set aside.} one {One thing was set aside} other {# things were set aside}}',
  setAsideMore: '{count, plural, one {… and one more} other {… and # more}}',
  why: SET_ASIDE_SENTENCES,
};
