import { inflate } from '../../app/_board/core/transport/inflate.ts';
import { finish } from '../../domain/collections/steps.ts';
import { decodeInitialState, type InitialState } from '../../domain/protocol/initial-state.ts';
import { foldText } from '../../domain/words/fold-text.ts';
import { percentile } from './figures.ts';
import { serveGenerated } from './map/generated-debates.ts';

/** As many claims as a debate is made for, and votes enough for a hundred thousand entries. */
const CLAIMS = 10_000;
const VOTES_PER_CLAIM = 9;
const ASKED = 25;

/** Times in milliseconds, from the request to the last byte of the answer. */
export interface Times {
  readonly median: number;
  readonly worst: number;
}

export interface HistoryResult {
  readonly claims: number;
  readonly entries: number;
  /** The first moment ever asked for, of a debate that was stored in one go: milestones are made on the way. */
  readonly first: number;
  /** Moments anywhere in the history, each unlike the one before. */
  readonly moments: Times;
  /** Moments one after another, as they are played. */
  readonly played: Times;
  /** The present by the same way, for which nothing is folded: what the others are measured against. */
  readonly present: Times;
  readonly activity: Times;
  readonly wordings: Times;
  /** The page that finds words in all debates. */
  readonly find: Times;
  /** Looking through the same texts, folded already, and nothing else. */
  readonly scan: Times;
}

/** Looks back in a large debate, and finds words in it, through the built server on PGlite. */
export async function benchHistory(say: (line: string) => void): Promise<HistoryResult> {
  say(`a debate of ${CLAIMS} claims is made …`);
  const { server, debates } = await serveGenerated([CLAIMS], VOTES_PER_CLAIM);
  try {
    const debateId = debates[0]?.debateId ?? '';
    const route = (path: string) => `${server.origin}/api/debates/${debateId}/${path}`;
    const { seq: entries, opening }: { seq: number; opening: InitialState } = await (
      await fetch(route('history'))
    ).json();
    const packed = opening.zipped ? [await inflate(opening.packed.join(''))] : opening.packed;
    const state = finish(decodeInitialState({ ...opening, packed }));
    say('moments …');
    const first = await timeOf(() => get(route(`history?at=${entries - 7}`)));
    const anywhere = Array.from(
      { length: ASKED },
      (_, n) => 1 + ((n * 7_919 + 13) % ASKED) * Math.floor(entries / ASKED),
    );
    const moments = await timesOf(anywhere.map((at) => () => get(route(`history?at=${at}`))));
    const half = Math.floor(entries / 2);
    const played = await timesOf(range((n) => () => get(route(`history?at=${half + n * 100}`))));
    const present = await timesOf(range(() => () => get(route('history'))));
    say('activity and wordings …');
    const activity = await timesOf(range((n) => () => get(route(`activity?before=${entries - n * 3_000}`))));
    const claimIds = [...state.claims.keys()];
    const wordings = await timesOf(range((n) => () => get(route(`claims/${claimIds[n * 13]}/wordings`))));
    say('find …');
    const texts = [...state.claims.values()].map(({ text }) => foldText(text));
    const words = range((n) => texts[n * 131]?.split(' ').slice(2, 4) ?? []);
    await get(`${server.origin}/find?q=warm`);
    const find = await timesOf(
      words.map((asked) => () => get(`${server.origin}/find?q=${encodeURIComponent(asked.join(' '))}`)),
    );
    const scan = await timesOf(
      words.map(
        (asked) => async () => void texts.filter((text) => asked.every((word) => text.includes(word))),
      ),
    );
    return {
      claims: state.claims.size,
      entries,
      first,
      moments,
      played,
      present,
      activity,
      wordings,
      find,
      scan,
    };
  } finally {
    await server.stop();
  }
}

function range<T>(make: (n: number) => T): T[] {
  return Array.from({ length: ASKED }, (_, n) => make(n));
}

async function get(address: string): Promise<void> {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}`);
}

async function timeOf(act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

async function timesOf(acts: readonly (() => Promise<void>)[]): Promise<Times> {
  const times: number[] = [];
  for (const act of acts) times.push(await timeOf(act));
  return { median: percentile(times, 0.5), worst: Math.max(...times) };
}
