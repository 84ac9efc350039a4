import type { ModerationAction } from '#domain/debate/moderation-log/moderation-action.ts';
import type { Role } from '#domain/debate/participants/participant.ts';
import { numberText } from '#domain/debate/polls/number-text.ts';
import type { Poll, PollKind } from '#domain/debate/polls/poll.ts';
import { scaleMiddle } from '#domain/debate/polls/spread.ts';
import type { VotesShown } from './report-facts.ts';

const many = (count: number, one: string, more: string) => `${figure(count)} ${count === 1 ? one : more}`;

/** Formats numbers in English. */
function figure(value: number): string {
  return value.toLocaleString('en');
}

/** Formats a part of a whole. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`;
}

/** The words of a report, in English: its recipient need not use the board's language. */
export const REPORT = {
  report: 'Debate report',
  contents: 'Contents',
  results: 'Results',
  map: 'Map',
  positions: 'Positions and claims',
  comments: 'Comments',
  sources: 'Sources',
  moderation: 'Moderation log',
  participants: 'Participants',
  timeline: 'Timeline',
  opinions: 'Opinion groups',
  asOf: (moment: string) => `As of ${moment} (UTC)`,
  onlyBranch: (branch: string) =>
    branch === ''
      ? 'Only a branch of the debate, with its path to the motion'
      : `Only the branch ${branch} of the debate, with its path to the motion`,
  counts: (positions: number, claims: number) =>
    [many(positions, 'position', 'positions'), many(claims, 'claim', 'claims')].join(' · '),
  votes: (shown: VotesShown, count: number) => {
    if (shown === 'none') return 'votes are not shown';
    if (shown === 'large') return `${many(count, 'vote', 'votes')} shown: totals under 5 stay secret`;
    return many(count, 'vote', 'votes');
  },
  poll: {
    before: 'Opinion on the motion before the debate',
    after: 'Opinion on the motion after the debate',
    quick: 'Poll',
  } satisfies Record<PollKind, string>,
  stances: ['for', 'against', 'undecided'],
  answered: (count: number) => many(count, 'answer', 'answers'),
  resultHidden: 'The result is not shown.',
  points: (count: number) => many(count, 'point', 'points'),
  pollFacts,
  tasks: 'Tasks',
  taskDone: (done: number, people: number) =>
    `Done by ${figure(done)} of ${many(people, 'person', 'people')}`,
  questions: 'Questions from the floor',
  asked: (support: number | null, answered: boolean) =>
    [
      ...(answered ? ['answered'] : []),
      ...(support === null ? [] : [`supported by ${many(support, 'person', 'people')}`]),
    ].join(', '),
  moreAnswers: (count: number) => `and ${many(count, 'more answer', 'more answers')}`,
  swing: (people: number, changed: number) =>
    `Of ${many(people, 'person who answered', 'people who answered')} both times, ${many(changed, 'changed their mind', 'changed their minds')}.`,
  swingRow: (stance: string, from: number, to: number) =>
    `${stance[0]?.toUpperCase()}${stance.slice(1)}: ${figure(from)} before, ${figure(to)} after (${to > from ? '+' : to < from ? '−' : '±'}${Math.abs(to - from)})`,
  strengths: 'Strength of positions',
  strengthsCaption: 'Strength: how well a position stands after its supports and attacks, from 0 to 1.',
  strengthsText:
    'Strength, from 0 to 1, is based on votes, and on the arguments for and against with their own votes. Claims without votes have no weight of their own. Positions start at 0.50.',
  strengthFew: 'too few votes yet',
  notShown: 'not shown',
  agreed: 'Most agreed on',
  contested: 'Most contested',
  nothingAgreed: (votes: VotesShown, isMeasured: boolean) => {
    if (votes === 'none') return 'Votes are not shown.';
    return isMeasured
      ? 'No claim with at least 5 votes for or against has more agreement than disagreement.'
      : 'No claim has the 5 votes for or against that are needed to measure agreement.';
  },
  brief: 'Debate brief',
  pageOf: (page: number, pages: number) => `${page} / ${pages}`,
  strongest: 'Strongest arguments',
  noResults: 'None yet: there was no poll, and no position has a strength.',
  changes: 'What changed',
  claimChanges: (reworded: number, retracted: number, merged: number, split: number) => [
    ...(reworded > 0 ? [`${many(reworded, 'claim was', 'claims were')} reworded.`] : []),
    ...(retracted > 0 ? [`${many(retracted, 'claim was', 'claims were')} retracted.`] : []),
    ...(merged > 0 ? [`${many(merged, 'claim was', 'claims were')} merged into another.`] : []),
    ...(split > 0 ? [`${many(split, 'claim was', 'claims were')} split.`] : []),
  ],
  nothingChanged:
    'No claim was reworded, retracted, merged or split, and no opinions were compared before and after.',
  legend: 'How to read this',
  legendOf: {
    supports: 'supports the position above it',
    attacks: 'attacks the position above it',
    number: 'Numbers such as 1.2 refer to the outline: the second claim under the first position.',
    lists:
      'Agreement and disagreement count from 5 votes for or against a claim. Contested: at least 40% on each side.',
  },
  strength: (value: number) => `strength ${value.toFixed(2)}`,
  tally: (agree: number, disagree: number, pass: number) =>
    `${figure(agree)} agree, ${figure(disagree)} disagree, ${figure(pass)} pass`,
  cites: (numbers: readonly number[]) =>
    `${numbers.length === 1 ? 'source' : 'sources'} ${numbers.join(', ')}`,
  linked: (words: string) => `also ${words}`,
  noClaims: 'No claims yet.',
  onClaim: (number: string) => `On ${number}`,
  onLink: (number: string) => `On the link of ${number}`,
  quotation: (words: string, source: number | undefined) =>
    source === undefined ? `“${words}”` : `“${words}” (source ${source})`,
  resolved: 'resolved',
  reply: 'reply',
  groups: (people: number, groups: number) =>
    `${many(people, 'person', 'people')} in ${many(groups, 'opinion group', 'opinion groups')}.`,
  groupsText:
    'A group is people who vote alike. Its claims are those on which it clearly votes differently from the rest (90% confidence).',
  group: (letter: string, size: number) => `Group ${letter}: ${many(size, 'person', 'people')}`,
  sides: { agree: 'agrees', disagree: 'disagrees' },
  holdsNothing: 'No clear differences from the others that can be shown.',
  shared: (isAll: boolean) => (isAll ? 'Where all groups agree' : 'Where the groups shown agree'),
  dividing: 'Where groups disagree',
  differ: (left: string, right: string) => `Where ${left} and ${right} differ most`,
  differNone: 'They don’t differ by 25 percentage points or more on any claim.',
  groupAnswer: (letter: string, agree: number, answered: number) =>
    `${letter}: ${figure(agree)} of ${figure(answered)} agree`,
  groupsKept: {
    voting: 'Groups are hidden while people vote.',
    secret: 'This ballot was secret, and no groups can be shown.',
  },
  groupsOne: 'Everyone votes alike, so there are no separate groups.',
  groupsFew: (people: number, answers: number) =>
    `Groups appear once ${figure(people)} people have voted on ${figure(answers)} ${answers === 1 ? 'claim' : 'claims'} each.`,
  roles: {
    owner: 'owner',
    moderator: 'moderator',
    debater: 'debater',
    suggester: 'suggester',
    observer: 'observer',
  } satisfies Record<Role, string>,
  person: (claims: number, comments: number) =>
    `${many(claims, 'claim', 'claims')}, ${many(comments, 'comment', 'comments')}`,
  ofPosition: (position: string) => `position: ${position}`,
  acts: {
    hidden: 'Hidden',
    restored: 'Restored',
    resubmitted: 'Awaiting approval',
    accepted: 'Approved',
    sent_back: 'Sent back',
    locked: 'Locked',
    unlocked: 'Unlocked',
    merged: 'Merged',
    unmerged: 'Unmerged',
    split: 'Split',
    joined: 'Split undone',
    retracted: 'Retracted',
    flagged: 'Flagged',
    unflagged: 'Flag removed',
    dismissed: 'Report resolved without changes',
    settled: 'Report resolved',
    reopened: 'Report reopened',
    restricted: 'Restricted by an administrator',
    unrestricted: 'Restriction lifted by an administrator',
    muted: 'Muted',
    unmuted: 'Unmuted',
    removed: 'Removed',
    banned: 'Banned',
    readmitted: 'Allowed back',
    appointed: 'Role changed',
    renamed: 'Renamed',
  } satisfies Readonly<Record<ModerationAction['what'], string>>,
  wholeDebate: 'the whole debate',
  something: 'a contribution not in this report',
  somebody: 'a person not named in this report',
  linkOf: (number: string, words: string) =>
    `the link of ${[number, `“${words}”`].filter(Boolean).join(' ')}`,
  created: 'Debate created.',
  pollOpened: (poll: string) => `${poll} opened.`,
  meetingBegan: (number: string) => `Meeting ${number} started.`,
  meetingEnded: (number: string) => `Meeting ${number} ended.`,
  statusChanged: { closed: 'Debate closed.', archived: 'Debate archived.' },
  day: (claims: number, comments: number) => `${additions(claims, comments)} added`,
  hour: (claims: number, comments: number) => `${additions(claims, comments)} added within the hour`,
  overview: 'The whole map',
  overviewText: (sheets: number, claims: number) =>
    sheets === 0
      ? `All ${figure(claims)} claims, each a mark in its position’s color: filled if it supports, hollow if it attacks.`
      : `Frames show the ${many(sheets, 'sheet', 'sheets')} on the following pages. A claim has the same number there and in the outline.`,
  foldedText: (levels: number) =>
    `The map is too large for paper: claims more than ${many(levels, 'level', 'levels')} deep are only in the outline.`,
  sheet: (number: number) => `Sheet ${number}`,
  /** Notes beside cards on a sheet: where the map continues. */
  from: (sheet: number) => `‹ ${sheet}`,
  onTo: (sheets: readonly number[]) => `${sheets.join(', ')} ›`,
  sheetAlt: (number: number, texts: readonly string[]) =>
    `Sheet ${number} of the map. All its claims are in the outline that follows: ${texts.join('; ')}`,
  mapAlt: (claims: number) => `Map of ${figure(claims)} claims; all of them are in the outline that follows.`,
} as const;

function additions(claims: number, comments: number): string {
  return [
    ...(claims > 0 ? [many(claims, 'claim', 'claims')] : []),
    ...(comments > 0 ? [many(comments, 'comment', 'comments')] : []),
  ].join(', ');
}

/** A sentence on a poll's result besides its rows; empty: the rows say all. */
function pollFacts({ form, options, counts, gathered, right }: Poll): string {
  const middle = form?.type === 'scale' ? scaleMiddle(counts ?? []) : null;
  if (middle) return `Mean ${figure(Math.round(middle.mean * 10) / 10)}, median ${figure(middle.median)}.`;
  if (gathered?.type === 'ranking' && gathered.winners.length > 0) {
    const named = gathered.winners.map((option) => options[option] ?? '').join(', ');
    return `Instant run-off, after ${many(gathered.rounds.length, 'round', 'rounds')}: ${named}.`;
  }
  if (gathered?.type !== 'number') return '';
  const { median, quartiles } = gathered;
  const unit = form?.type === 'number' && form.unit !== '' ? ` ${form.unit}` : '';
  return [
    ...(right === undefined ? [] : [`Correct answer: ${numberText(right)}${unit}.`]),
    ...(median === null ? [] : [`Median: ${numberText(median)}${unit}.`]),
    ...(quartiles ? [`Middle half: ${numberText(quartiles[0])} to ${numberText(quartiles[1])}${unit}.`] : []),
  ].join(' ');
}
