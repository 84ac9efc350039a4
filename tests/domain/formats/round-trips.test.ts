import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { type FormatName, readFormat } from '#domain/formats/formats.ts';
import { anyDebate, PEOPLE } from '../../support/any-debate.ts';
import { aDebate, everythingOf, quickPoll } from '../../support/debate-builder.ts';
import { debateSaying, HOSTILE, hostileWords, shapeOf, written } from '../../support/exchanged.ts';
import { howMany, sampleOf } from '../../support/how-many.ts';

type Shape = ReturnType<typeof shapeOf>;

/** The part of a map that each format stores; the rest is removed on both sides. `docs/formats.md` lists the same for people. */
const HELD: Readonly<Record<'argdown' | 'aif' | 'kialo' | 'csv', (shape: Shape) => unknown>> = {
  argdown: ({ claims, crossLinks, ...rest }) => ({
    ...rest,
    claims: claims.map(({ sources, passages: _, at, ...claim }) => ({
      ...claim,
      // An undercut of a cross-link becomes an undercut of its source claim's step.
      at: withoutAcross(at),
      sources: sources.map(({ name, url, locator }) => [name, url, locator]),
    })),
    crossLinks,
  }),
  aif: ({ motion, positions, claims, crossLinks }) => ({
    motion,
    positions: positions.map(({ name, summary }) => [oneLine(name), summary]),
    claims: claims.map(({ number, text, at, relation }) => [number, text, at, relation]),
    crossLinks,
  }),
  kialo: ({ title, motion, positions, claims, crossLinks }) => ({
    title,
    motion,
    positions: positions.map(({ name, summary }) => [oneLine(name), summary]),
    // An undercut denies the claim there.
    claims: claims.map(({ number, text, at, relation }) => [
      number,
      text,
      withoutAcross(at).replace('step ', ''),
      relation,
    ]),
    crossLinks: [...new Set(crossLinks.map((link) => withoutAcross(link).replace('step ', '')))].sort(),
  }),
  csv: (shape) => shape,
};

/** A name is one line there. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function withoutAcross(step: string): string {
  return step.replace(/ across to .*/, '');
}

const HELD_FORMATS = Object.keys(HELD) as (keyof typeof HELD)[];

async function again(name: FormatName, debate: ExchangedDebate) {
  return readFormat(name, written(name, debate));
}

describe.each(HELD_FORMATS)('%s', (name) => {
  test.each(sampleOf([1, 2, 3, 4, 5, 6, 7, 8], 3))(
    'gives back what it holds of a debate in which anything happened (%i)',
    async (seed) => {
      const debate: ExchangedDebate = { state: anyDebate(seed).state, names: new Map(), kept: [] };
      const held = HELD[name];
      expect(held(shapeOf(await again(name, debate)))).toEqual(held(shapeOf(debate)));
    },
  );

  test.each(sampleOf(HOSTILE, 12))('gives back %j wherever it is written', async (words) => {
    const debate = debateSaying(words);
    const held = HELD[name];
    expect(held(shapeOf(await again(name, debate)))).toEqual(held(shapeOf(debate)));
  });

  test('gives back any words', async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords(), async (words) => {
        const debate = debateSaying(words);
        const held = HELD[name];
        expect(held(shapeOf(await again(name, debate)))).toEqual(held(shapeOf(debate)));
      }),
      { numRuns: howMany(30, 150), examples: [['\\    code\\']] },
    );
  });
});

describe('Parley JSON', () => {
  test.each(sampleOf([1, 2, 3, 4, 5, 6], 2))('is lossless for every exporter (%i)', async (seed) => {
    for (const names of ['shown', 'anonymous'] as const) {
      const builder = anyDebate(seed, names);
      const whole = { ...builder.state, numbering: null };
      const states = [whole, ...[null, ...PEOPLE].map((who) => builder.projection(who))];
      for (const state of states) {
        const debate: ExchangedDebate = { state, names: new Map([['dana', 'Dana "D" \\ 丹']]), kept: [] };
        const back = await again('parley', debate);
        // A person's consent to show their votes is for this debate alone.
        const participants = state.participants.map(({ showsVotes, everShowedVotes, ...person }) => person);
        expect(everythingOf(back.state)).toEqual(everythingOf({ ...state, participants }));
        expect(back.names).toEqual(debate.names);
        expect(back.setAside).toEqual([]);
      }
    }
  });

  test('is lossless for a moderator of a debate with entries that only moderators know', async () => {
    const state = aDebate()
      .does('olga', { ...quickPoll('p-n'), prepared: true })
      .projection('mona');
    // Between two whole numbers: others don't count the entry.
    expect(Number.isInteger(state.polls.get('p-n')?.seq)).toBe(false);
    const back = await again('parley', { state, names: new Map(), kept: [] });
    expect(everythingOf(back.state)).toEqual(everythingOf(state));
  });

  test.each(sampleOf(HOSTILE, 12))('is lossless with %j in it', async (words) => {
    const debate = debateSaying(words);
    const back = await again('parley', debate);
    expect(everythingOf(back.state)).toEqual(everythingOf(debate.state));
    expect(back.names).toEqual(debate.names);
  });
});

describe('the set of Polis', () => {
  test('gives back claims, and who voted how', async () => {
    const debate = debateSaying('some words');
    const once = await again('polis', debate);
    const twice = await again('polis', once);
    expect(everythingOf(twice.state)).toEqual(everythingOf(once.state));
    const texts = (of: ExchangedDebate) =>
      [...of.state.claims.values()].map(({ text, tally }) => [text, tally.agree, tally.disagree]);
    expect(texts(once).sort()).toEqual(texts(debate).sort());
  });

  test('has times in whole seconds, as Polis writes them, and gives these back', async () => {
    const debate = debateSaying('some words');
    const files = unzipSync(written('polis', debate));
    for (const name of ['comments.csv', 'votes.csv']) {
      const [, ...rows] = strFromU8(files[name] ?? new Uint8Array()).split('\r\n');
      const [seconds = '', date = ''] = /^(\d+),"(.+?)"/.exec(rows[0] ?? '')?.slice(1) ?? [];
      expect(Number(seconds) * 1_000, name).toBe(Date.parse(date));
    }
    const times = (of: ExchangedDebate, unit: number) =>
      [...of.state.claims.values()].map(({ at }) => Math.floor(at / unit) * unit).sort();
    expect(times(await again('polis', debate), 1)).toEqual(times(debate, 1_000));
  });

  test.each(sampleOf(HOSTILE, 12))('gives back %j as a comment', async (words) => {
    const debate = debateSaying(words);
    const texts = (of: ExchangedDebate) => [...of.state.claims.values()].map(({ text }) => text).sort();
    expect(texts(await again('polis', debate))).toEqual(texts(debate));
  });
});
