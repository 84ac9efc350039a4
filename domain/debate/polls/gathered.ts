import type { DebateState } from '../engine/state.ts';
import { isList } from './choices.ts';
import { type GatheredTexts, gatherTexts } from './like-answers.ts';
import type { Poll } from './poll.ts';
import type { PollChoice } from './poll-form.ts';
import { type RunOff, runOff, withoutFew } from './run-off.ts';
import { type Spread, spreadOf } from './spread.ts';

/** The part of a poll's result that its counts don't say. */
export type Gathered =
  /** By option, how many people gave it points; null: too few to show. */
  | { readonly type: 'points'; readonly givers: readonly (number | null)[] }
  | ({ readonly type: 'ranking' } & RunOff)
  | ({ readonly type: 'number' } & Spread)
  | ({ readonly type: 'text' } & GatheredTexts);

type Choices = Iterable<PollChoice>;

interface Remembered {
  readonly hidden: Poll['hiddenAnswers'];
  readonly least: number;
  readonly gathered: Gathered;
}

/** Results by the answers they were gathered from: all viewers get the same one. */
const remembered = new WeakMap<object, Remembered>();

/**
 * The answers to a poll, gathered; null: its counts say all. `least`: the fewest people of whom an order, a part of a histogram or a text
 * is shown.
 */
export function gatherAnswers(
  { answers }: Pick<DebateState, 'answers'>,
  poll: Poll,
  least: number,
): Gathered | null {
  const given = answers.get(poll.id);
  if (!given) return gather([], poll, least);
  const known = remembered.get(given);
  if (known && known.hidden === poll.hiddenAnswers && known.least === least) return known.gathered;
  const gathered = gather(given.values(), poll, least);
  if (gathered) remembered.set(given, { hidden: poll.hiddenAnswers, least, gathered });
  return gathered;
}

function gather(choices: Choices, poll: Poll, least: number): Gathered | null {
  const { form, options, counts, hiddenAnswers = [] } = poll;
  switch (form?.type) {
    case 'points': {
      const given = [...choices].filter(isList);
      const givers = options.map((_, at) => given.filter((points) => (points[at] ?? 0) > 0).length);
      return {
        type: 'points',
        givers: givers.map((count) => (count === 0 || count >= least ? count : null)),
      };
    }
    case 'ranking':
      return {
        type: 'ranking',
        ...withoutFew(runOff([...choices].filter(isList), options.length, counts ?? []), least),
      };
    case 'number':
      return { type: 'number', ...spreadOf([...choices].filter(isNumber), least) };
    case 'text':
      return { type: 'text', ...gatherTexts([...choices].filter(isText), { hidden: hiddenAnswers, least }) };
    default:
      return null;
  }
}

function isNumber(choice: PollChoice): choice is number {
  return typeof choice === 'number';
}

function isText(choice: PollChoice): choice is string {
  return typeof choice === 'string';
}
