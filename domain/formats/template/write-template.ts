import type { ExchangedDebate } from '../exchanged-debate.ts';
import { templateOf } from './template-of.ts';

/** A template as a file that people can read and edit. */
export function* writeTemplate({ state }: ExchangedDebate): Generator<string> {
  yield `${JSON.stringify(templateOf(state), null, 2)}\n`;
}
