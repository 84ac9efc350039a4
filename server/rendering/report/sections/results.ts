import type { Poll } from '#domain/debate/polls/poll.ts';
import { askedPolls, changedMinds, type Swing, swingOf } from '#domain/debate/polls/polls.ts';
import { resultRows } from '#domain/debate/polls/result-rows.ts';
import { questionsInOrder, supportOf } from '#domain/debate/questions/questions.ts';
import { tasksInOrder } from '#domain/debate/tasks/running-tasks.ts';
import { countsOfAuthors } from '#domain/debate/tasks/task-counts.ts';
import { isHiddenFromReaders } from '#domain/debate/visibility/hidden-content.ts';
import { areTalliesRestricted } from '#domain/debate/votes/ballots.ts';
import type { MapClaim } from '#domain/formats/argument-map.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { taskSentence } from '#domain/notifications/task-words.ts';
import { hueIn } from '../../pictures/map-colours.ts';
import { boxPath } from '../../pictures/paths.ts';
import type { Block, FlowRow, Ornament } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import { mostAgreedAndContested, type ReportFacts } from '../report-facts.ts';
import { percent, REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { AIR, COLOURS, STYLES } from '../styles.ts';
import { FULL, heading, paragraph, sectionHeading } from './headings.ts';
import { sideBySide } from './side-by-side.ts';

const BAR = { height: 7, label: 150, line: 14 } as const;
const STANCE_COLOURS = [COLOURS.support, COLOURS.attack, '#b9b3a6'];

/** Rows of a poll's result, at most: a report is no list of all texts. */
const ROWS = 20;

/** The results: polls, the strength of positions, agreements and disagreements. */
export function resultsSection(facts: ReportFacts, setter: Setter): Block[] {
  const { agreed, contested, isMeasured } = mostAgreedAndContested(facts);
  const quick = askedPolls(facts.state).filter(({ kind }) => kind === 'quick');
  return [
    sectionHeading(setter, REPORT.results),
    ...pollBlocks(facts, setter),
    heading(setter, REPORT.strengths),
    paragraph(setter, REPORT.strengthsText, STYLES.note),
    ...strengthBlocks(facts, setter),
    ...(agreed.length + contested.length === 0
      ? [paragraph(setter, REPORT.nothingAgreed(facts.votes, isMeasured), STYLES.note)]
      : []),
    ...claimList(REPORT.agreed, agreed, setter),
    ...claimList(REPORT.contested, contested, setter),
    ...quick.flatMap((poll) => pollBlock(poll, setter)),
    ...questionBlocks(facts, setter),
    ...taskBlocks(facts, setter),
  ];
}

/** The questions from the floor, with their support as far as that is shown. */
function questionBlocks({ state }: ReportFacts, setter: Setter): Block[] {
  const questions = questionsInOrder(state).filter(({ id }) => !isHiddenFromReaders(state, id));
  if (questions.length === 0) return [];
  const isCounted = !areTalliesRestricted(state);
  return [
    heading(setter, REPORT.questions),
    ...questions.flatMap((question) => {
      const note = REPORT.asked(isCounted ? supportOf(question) : null, question.answered);
      const asked = { ...paragraph(setter, readable(question.text), STYLES.body), before: 6 };
      return note === '' ? [asked] : [asked, { ...paragraph(setter, note, STYLES.note), before: 1 }];
    }),
  ];
}

/** The tasks, with how many people have done them where everyone sees that: not in a report of a branch, or one without people. */
function taskBlocks({ state, branch }: ReportFacts, setter: Setter): Block[] {
  const tasks = tasksInOrder(state);
  if (tasks.length === 0) return [];
  const counts = branch !== null || state.participants.size === 0 ? null : countsOfAuthors(state);
  return [
    heading(setter, REPORT.tasks),
    ...tasks.flatMap((task) => {
      const counted = counts?.get(task.id);
      const asked = { ...paragraph(setter, taskSentence(task), STYLES.body), before: 6 };
      if (!counted) return [asked];
      const note = REPORT.taskDone(counted.done, counted.people);
      return [asked, { ...paragraph(setter, note, STYLES.note), before: 1 }];
    }),
  ];
}

/** The polls on the motion, and the swing between them; `brief`: in one sentence. */
export function pollBlocks(facts: ReportFacts, setter: Setter, brief = false): Block[] {
  const swing = swingOf(facts.state);
  const polls = askedPolls(facts.state).filter(({ kind }) => kind !== 'quick');
  const shown = swing ? [swing.before, swing.after] : polls.slice(-2);
  const blocks = shown.flatMap((poll) => pollBlock(poll, setter));
  if (!swing) return blocks;
  return [...blocks, swingSentence(swing, setter), ...(brief ? [] : swingBlocks(facts, setter))];
}

function swingSentence(swing: Swing, setter: Setter): Block {
  return paragraph(setter, REPORT.swing(swing.people, changedMinds(swing)));
}

/** How many people took each stance before and after. */
export function swingBlocks({ state }: ReportFacts, setter: Setter): Block[] {
  const swing = swingOf(state);
  if (!swing) return [];
  return REPORT.stances.map((stance, at) => ({
    ...paragraph(setter, REPORT.swingRow(stance, swing.from[at] ?? 0, swing.to[at] ?? 0), STYLES.figure, {
      kind: 'item',
      depth: 1,
    }),
    before: 3,
  }));
}

/** A poll with its answers. */
export function pollBlock(poll: Poll, setter: Setter): Block[] {
  const { kind, question, options, counts, answered } = poll;
  const named = kind === 'quick' ? question : REPORT.poll[kind];
  const answers = kind === 'quick' ? options : REPORT.stances;
  const title = { ...heading(setter, named, 'H3'), before: AIR.heading };
  const note = paragraph(setter, counts ? REPORT.answered(answered) : REPORT.resultHidden, STYLES.note);
  if (!counts) return [title, note];
  if (poll.form) return [title, ...formBlocks(poll, setter), { ...note, before: 4 }];
  const all = counts.reduce((sum, count) => sum + count, 0);
  return [
    title,
    ...answers.map((answer, at) => {
      const count = counts[at] ?? 0;
      const colour = (kind === 'quick' ? undefined : STANCE_COLOURS[at]) ?? COLOURS.soft;
      return barBlock(
        setter,
        answer,
        all === 0 ? 0 : count / all,
        `${count} · ${percent(count, all)}`,
        colour,
      );
    }),
    { ...note, before: 4 },
  ];
}

/** The result of a poll that asks for more than one of its options: its rows, and what they come to. */
function formBlocks(poll: Poll, setter: Setter): Block[] {
  const rows = resultRows(poll);
  const more = rows.slice(ROWS).reduce((sum, { count }) => sum + count, 0);
  const isPoints = poll.form?.type === 'points' || poll.form?.type === 'ranking';
  const facts = REPORT.pollFacts(poll);
  return [
    ...rows
      .slice(0, ROWS)
      .map(({ name, share, count }) =>
        barBlock(
          setter,
          name,
          share,
          isPoints ? REPORT.points(count) : `${count} · ${percent(share, 1)}`,
          COLOURS.soft,
        ),
      ),
    ...(more === 0 ? [] : [{ ...paragraph(setter, REPORT.moreAnswers(more), STYLES.note), before: 4 }]),
    ...(facts === '' ? [] : [{ ...paragraph(setter, facts, STYLES.body), before: 4 }]),
  ];
}

/** The strength of each position. */
export function strengthBlocks(facts: ReportFacts, setter: Setter): Block[] {
  return facts.map.positions.flatMap(({ id, name, hue }) => {
    const strength = facts.strengthOf(id);
    const few = facts.votes === 'none' ? REPORT.notShown : REPORT.strengthFew;
    const figure = strength?.toFixed(2) ?? few;
    return [barBlock(setter, name, strength ?? 0, figure, hueIn(COLOURS, hue))];
  });
}

/** A label with all its words, a bar beside its last line, and the bar's figure. */
function barBlock(setter: Setter, label: string, part: number, figure: string, colour: string): Block {
  const width = MEASURE - BAR.label - 106;
  const bar = (wide: number, fill: string): Ornament => ({
    path: boxPath({ x: BAR.label, y: (BAR.line - BAR.height) / 2, width: wide, height: BAR.height }),
    paint: { fill },
  });
  const text = readable(label).replace(/\s+/g, ' ');
  const style = { ...STYLES.body, size: 9.5, line: BAR.line };
  const measured: FlowRow = {
    height: BAR.line,
    inks: [
      setter.ink(figure, { ...STYLES.figure, line: BAR.line }, { x: MEASURE - 100, width: 100 }, 'right'),
    ],
    ornaments: [bar(width, '#ece8dd'), ...(part > 0 ? [bar(width * Math.min(1, part), colour)] : [])],
  };
  return {
    role: { kind: 'item', depth: 1 },
    rows: sideBySide(setter.rows(text, style, { x: 0, width: BAR.label - 12 }), [measured]),
    before: 5,
  };
}

function claimList(title: string, claims: readonly MapClaim[], setter: Setter): Block[] {
  if (claims.length === 0) return [];
  return [
    heading(setter, title),
    ...claims.map(({ number, text, claim: { tally } }): Block => {
      const caption = `${number} · ${REPORT.tally(tally.agree, tally.disagree, tally.pass)}`;
      return {
        role: { kind: 'item', depth: 1 },
        before: AIR.item,
        rows: [...setter.rows(readable(text), STYLES.body, FULL), ...setter.rows(caption, STYLES.note, FULL)],
      };
    }),
  ];
}
