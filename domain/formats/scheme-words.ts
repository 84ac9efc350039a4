import { openCriticalQuestions, type Scheme, type Schemed } from '../debate/map/scheme.ts';

/** A critical question, and the doubt that a person has for whom it isn't answered: the text of an undercut. */
export interface CriticalQuestion {
  readonly asks: string;
  readonly doubt: string;
}

/** The words of a kind of argument. */
export interface SchemeWords {
  readonly name: string;
  /** One sentence that such an argument says. */
  readonly pattern: string;
  readonly questions: readonly CriticalQuestion[];
}

/**
 * Kinds of argument and their critical questions in English, for screens and exports. The kinds are those of D. Walton, C. Reed and
 * F. Macagno, “Argumentation Schemes” (Cambridge University Press, 2008), chapter 9; the words are Parley's.
 */
export const SCHEME_WORDS: { readonly [S in Scheme]: SchemeWords } = {
  expert_opinion: {
    name: 'Expert opinion',
    pattern: 'Someone who knows the field says so.',
    questions: [
      question('Is this source an expert?', 'The source isn’t shown to be an expert.'),
      question('Is the question part of their field?', 'The question is outside the expert’s field.'),
      question('Did they say exactly this?', 'The expert isn’t shown to have said exactly this.'),
      question('Are they free of interests of their own?', 'The expert has an interest in the answer.'),
      question('Do other experts agree?', 'Other experts disagree.'),
    ],
  },
  popular_opinion: {
    name: 'Popular opinion',
    pattern: 'Most people think so, or do so.',
    questions: [
      question('What shows that most people think so?', 'It isn’t shown that most people think so.'),
      question('Are these people able to judge it?', 'Most people can’t judge this.'),
      question('Could they be wrong for a common reason?', 'Most people may be wrong for the same reason.'),
    ],
  },
  example: {
    name: 'Example',
    pattern: 'It was so in this case, so it is so in general.',
    questions: [
      question('Did the example happen as described?', 'The example didn’t happen as described.'),
      question('Is the example typical?', 'The example isn’t typical.'),
      question('Are there examples of the opposite?', 'Other examples show the opposite.'),
    ],
  },
  analogy: {
    name: 'Analogy',
    pattern: 'It is so in a similar case, so it is so here.',
    questions: [
      question('Are the two cases alike in what matters?', 'The two cases aren’t alike in what matters.'),
      question('Do their differences matter more?', 'The two cases differ in something that matters more.'),
      question('Is it true of the other case?', 'It isn’t true of the other case.'),
      question('Does a closer case say otherwise?', 'A closer case says otherwise.'),
    ],
  },
  precedent: {
    name: 'Precedent',
    pattern: 'It was decided this way before, so it should be decided this way now.',
    questions: [
      question('Does the earlier case fit this one?', 'The earlier case doesn’t fit this one.'),
      question('Was it decided well?', 'The earlier case was decided badly.'),
      question('Have circumstances changed since?', 'Circumstances have changed since the earlier case.'),
    ],
  },
  cause: {
    name: 'Cause and effect',
    pattern: 'One thing brings about another.',
    questions: [
      question('How strongly does one lead to the other?', 'The first rarely leads to the second.'),
      question('Could something else be the cause?', 'Something else may be the cause.'),
      question('Could the effect be prevented?', 'Something may prevent the effect.'),
      question('Do they only occur together?', 'The two only occur together.'),
    ],
  },
  sign: {
    name: 'Sign',
    pattern: 'Something is seen that usually means this.',
    questions: [
      question('How often is the sign right?', 'The sign is often wrong.'),
      question('Could it mean something else?', 'The sign may mean something else.'),
      question('Was the sign observed reliably?', 'The sign wasn’t observed reliably.'),
    ],
  },
  consequences: {
    name: 'Consequences',
    pattern: 'It should be done or avoided because of what would follow.',
    questions: [
      question('How likely are these consequences?', 'These consequences are unlikely.'),
      question('What is the evidence for them?', 'There is no evidence for these consequences.'),
      question('Are there consequences on the other side?', 'Other consequences weigh more.'),
      question('Would they follow anyway?', 'The same would follow anyway.'),
    ],
  },
  practical_reasoning: {
    name: 'Goal and means',
    pattern: 'We want something, and this is how to get it.',
    questions: [
      question('Is it the right goal?', 'The goal isn’t the right one.'),
      question('Does the goal conflict with others?', 'The goal conflicts with others.'),
      question('Would the means work?', 'The means wouldn’t work.'),
      question('Are there better means?', 'There are better means.'),
      question('Is it possible to do it?', 'It can’t be done.'),
    ],
  },
  values: {
    name: 'Values',
    pattern: 'Something we value is at stake.',
    questions: [
      question('Is this value at stake here?', 'This value isn’t at stake here.'),
      question('Do we share this value?', 'Not everyone shares this value.'),
      question('Does another value matter more?', 'Another value matters more here.'),
      question('Does this follow from the value?', 'It doesn’t follow from the value.'),
    ],
  },
};

/** An argument's kind with its open questions, for exports that people read; none without a kind. */
export function schemeRemarks(link: Schemed): string[] {
  if (link.scheme === undefined) return [];
  const { name, questions } = SCHEME_WORDS[link.scheme];
  const open = openCriticalQuestions(link).flatMap((question) => questions[question - 1]?.asks ?? []);
  const kind = `kind of argument: ${name.toLowerCase()}`;
  return open.length === 0
    ? [`${kind}, all questions answered`]
    : [kind, `open questions: ${open.join(' ')}`];
}

function question(asks: string, doubt: string): CriticalQuestion {
  return { asks, doubt };
}
