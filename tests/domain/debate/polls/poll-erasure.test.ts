import { describe, expect, test } from 'vitest';
import { AUDIENCES, projectState } from '#domain/debate/engine/project.ts';
import { aDebate, closePoll, type DebateBuilder } from '#tests/support/debate-builder.ts';
import { erase, replay, without } from '#tests/support/erased-words.ts';
import { hideAnswer, textPoll } from '#tests/support/polls.ts';

const give = (choice: string | null) => ({ type: 'poll.answer', pollId: 'p-n', choice }) as const;
const VOTERS = ['olga', 'mona', 'dana', 'emil', 'susi'];

/** A text poll that so many people have answered, in turn. */
function answered(more: Parameters<typeof textPoll>[1], ...texts: string[]): DebateBuilder {
  const debate = aDebate().does('olga', textPoll('p-n', more));
  const people = texts.map((_, at) => VOTERS[at] ?? `v-${at}`);
  for (const participantId of people.slice(VOTERS.length))
    debate.does('system', { type: 'participant.join', participantId, role: 'debater' });
  for (const [at, text] of texts.entries()) debate.does(people[at] ?? '', give(text));
  return debate;
}

/** A debate with someone erased, words and all. */
function withoutWords(debate: DebateBuilder, person: string): DebateBuilder {
  const entries = without(person, debate.entries);
  const rewritten = Object.assign(debate.copy(), { state: replay(entries), entries });
  return rewritten.does('system', erase(person));
}

const results = (debate: DebateBuilder) =>
  AUDIENCES.map((audience) => {
    const { answered, gathered, hiddenAnswers } =
      projectState(debate.state, audience, null).polls.get('p-n') ?? {};
    return { answered, gathered, hiddenAnswers };
  });
const secret = { secret: true, threshold: 3 } as const;

describe('[PO17] the result of a poll after an erasure', () => {
  const closed = () =>
    answered(
      secret,
      'Trams',
      'tram!',
      'TRAM',
      'The environment',
      'the environment',
      'the enviroment',
      'I am Jane',
    )
      .does('olga', closePoll('p-n'))
      .does('mona', hideAnswer('p-n', 'the environment'));

  test.each(['dana', 'emil', 'v-5'])('[PO17] is as before an erasure: %s', (person) => {
    const debate = closed();
    const counts = (of: DebateBuilder) => JSON.stringify(results(of)).toLowerCase().replace(/s"|!"/g, '"');
    expect(counts(withoutWords(debate, person))).toBe(counts(debate));
  });

  test('[PO17] has nothing of a text that nobody else gave, and counts its author among the others', () => {
    const debate = answered(secret, 'a', 'b', 'I am Jane', 'c').does('olga', closePoll('p-n'));
    const after = withoutWords(debate, 'dana');
    expect(results(after)).toEqual(results(debate));
    expect(JSON.stringify(after.entries)).not.toMatch(/jane/i);
  });

  test('[PO17] of an open ballot shows another person’s spelling', () => {
    const after = withoutWords(answered({}, 'rain', 'sun', 'RAIN!'), 'dana');
    expect(JSON.stringify(after.entries)).not.toContain('RAIN!');
    expect(results(after)[0]?.gathered).toMatchObject({
      groups: [{ text: 'rain', people: 2 }, { text: 'sun' }],
    });
  });

  test('[PO17] has no text whose authors are all erased', () => {
    const debate = withoutWords(withoutWords(answered({}, 'a', 'Rain', 'rain'), 'mona'), 'dana');
    expect(JSON.stringify(debate.entries)).not.toMatch(/rain/i);
    expect(results(debate)[0]).toMatchObject({
      answered: 3,
      gathered: { groups: [{ text: 'a' }], others: 2 },
    });
  });
});

describe('[PO17] a hidden text after an erasure', () => {
  test('[PO17] that a secret poll doesn’t show is blank, the erased person’s or not', () => {
    const debate = answered(secret, 'trams', 'trams', 'trams', 'fire bob', 'fire ann').does(
      'olga',
      closePoll('p-n'),
    );
    debate.does(
      'mona',
      ...['fire bob', 'fire ann', 'fire carl', 'trams'].map((text) => hideAnswer('p-n', text)),
    );
    const hiddenWithout = (person: string) =>
      withoutWords(debate, person).state.polls.get('p-n')?.hiddenAnswers;
    expect(hiddenWithout('emil')).toEqual(hiddenWithout('dana'));
    expect(hiddenWithout('emil')).toContain('trams');
  });

  test('[PO17] is blank if only the erased person gave it, also if they had withdrawn it', () => {
    for (const isWithdrawn of [false, true]) {
      const debate = answered({}, 'a', 'b', 'I am Jane', 'fog', 'Fog');
      if (isWithdrawn) debate.does('dana', give(null));
      debate.does('mona', hideAnswer('p-n', 'i am jane!'), hideAnswer('p-n', 'FOG'));
      const after = withoutWords(debate, 'dana');
      expect(JSON.stringify(after.entries)).not.toMatch(/jane/i);
      expect(after.state.polls.get('p-n')?.hiddenAnswers).toEqual(['FOG', '░'.repeat(10)]);
      expect(withoutWords(debate, 'emil').state.polls.get('p-n')?.hiddenAnswers).toEqual([
        'Fog',
        'i am jane!',
      ]);
    }
  });
});
