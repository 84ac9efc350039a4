import type { DebateState } from '../../debate/engine/state.ts';
import { inTwelveDigits } from '../../debate/polls/choices.ts';
import type { Poll } from '../../debate/polls/poll.ts';
import { formTypeOf } from '../../debate/polls/poll-form.ts';
import { askedPolls, hidesAnswers } from '../../debate/polls/polls.ts';
import { resultRows } from '../../debate/polls/result-rows.ts';
import { scaleMiddle } from '../../debate/polls/spread.ts';
import type { CsvRows } from './write-csv.ts';

/** Each answer of each poll as its result is shown. A poll without answers to list has a row too. */
export function* pollRows(state: DebateState): CsvRows {
  for (const poll of askedPolls(state)) {
    const { id, kind, question, at, open, secret, right = '' } = poll;
    const answered = hidesAnswers(state) ? '' : poll.answered;
    const asked = [id, kind, formTypeOf(poll), question, new Date(at).toISOString(), open, secret, answered];
    const known = [...asked, poll.counts !== null, right, ...middleOf(poll)];
    const rows = answerRows(poll);
    for (const row of rows.length > 0 ? rows : [['', '', '', '', '']]) yield [...known, ...row];
  }
}

/** Each option in each round of each instant run-off. A round that isn't shown has one row. */
export function* roundRows(state: DebateState): CsvRows {
  for (const { id, question, options, gathered } of askedPolls(state)) {
    if (gathered?.type !== 'ranking') continue;
    for (const [at, { counts, exhausted, leave }] of gathered.rounds.entries()) {
      const round = [id, question, at + 1, exhausted !== null];
      if (exhausted === null) yield [...round, '', '', '', '', ''];
      for (const [option, people] of counts.entries())
        if (people !== null)
          yield [...round, option + 1, options[option] ?? '', people, leave.includes(option), exhausted];
    }
  }
}

/** Mean, median and the two quartiles of a shown result, as far as its form has them and enough people made them. */
function middleOf({ form, counts, gathered }: Poll): (string | number)[] {
  if (gathered?.type === 'number') return ['', gathered.median ?? '', ...(gathered.quartiles ?? ['', ''])];
  const middle = form?.type === 'scale' && counts ? scaleMiddle(counts) : null;
  return middle ? [inTwelveDigits(middle.mean), middle.median, '', ''] : ['', '', '', ''];
}

/** Each answer of a shown result: its number, its words, the people who gave it, its points, and whether it wins the run-off. */
function answerRows(poll: Poll): (string | number | boolean)[][] {
  const { gathered } = poll;
  return resultRows(poll).map(({ name, count }, at) => {
    switch (gathered?.type) {
      case 'points':
        return [at + 1, name, gathered.givers[at] ?? '', count, ''];
      case 'ranking':
        return [at + 1, name, '', count, gathered.winners.includes(at)];
      default:
        return [at + 1, name, count, '', ''];
    }
  });
}
