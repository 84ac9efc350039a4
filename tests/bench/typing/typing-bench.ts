import { availableParallelism, loadavg } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { ParleyProcess } from '../../e2e/parley-process.ts';
import { chromiumLaunchOptions } from '../../support/chromium.ts';
import { percentile } from '../figures.ts';
import { type Keystrokes, keystrokesOf, watchKeystrokes } from './keystroke-watch.ts';
import { openEchoes, openEditors, type TwoPages } from './open-editors.ts';
import { serveEcho } from './serve-echo.ts';

/** How fast each of the two types, and how much: together it has to fit into a claim. */
const KEYS_PER_SECOND = 10;
const KEYS = 200;

/** Milliseconds in which 95 of 100 characters are to be on the other's screen. */
const LIMIT = 150;

/** From a key until its character is drawn on the other's screen, in milliseconds. */
export interface Latencies {
  readonly keys: number;
  readonly lost: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

export interface TypingResult {
  readonly keysPerSecond: number;
  readonly limit: number;
  readonly parley: Latencies;
  readonly echo: Latencies;
  readonly cores: number;
  readonly load: number;
}

/**
 * Two people type into one claim's wording at once, ten keys a second each, in two real pages of the built server with its own
 * database; beside them in the same run the same keys in two bare pages over a bare WebSocket.
 */
export async function benchTyping(say: (line: string) => void): Promise<TypingResult> {
  const server = await ParleyProcess.start();
  const floor = await serveEcho();
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    say('two editors of one wording …');
    const parley = await measure(await openEditors(browser, server.origin));
    say('two bare fields …');
    const echo = await measure(await openEchoes(browser, floor.address));
    const machine = { cores: availableParallelism(), load: loadavg()[0] ?? 0 };
    return { keysPerSecond: KEYS_PER_SECOND, limit: LIMIT, parley, echo, ...machine };
  } finally {
    await browser.close();
    floor.stop();
    await server.stop();
  }
}

async function measure({ pages: [one, other], field }: TwoPages): Promise<Latencies> {
  for (const page of [one, other]) await watchKeystrokes(page, field);
  await Promise.all([typeAll(one, FIRST), typeAll(other, FIRST + KEYS)]);
  const watched = await settled(one, other);
  await Promise.all([one, other].map((page) => page.context().close()));
  const [ofOne, ofOther] = watched;
  return summarise([...latencies(ofOne, ofOther), ...latencies(ofOther, ofOne)]);
}

/** The first of the characters typed: there are thousands after it, all alike to a browser, and none in the claim. */
const FIRST = 0x4e00;

async function typeAll(page: Page, from: number): Promise<void> {
  const begun = performance.now();
  for (let key = 0; key < KEYS; key += 1) {
    const due = begun + (key * 1_000) / KEYS_PER_SECOND;
    await new Promise((go) => setTimeout(go, Math.max(0, due - performance.now())));
    await page.keyboard.insertText(String.fromCodePoint(from + key));
  }
}

/** Looks now and then until each page shows all that was typed on both, or has had time enough to. */
async function settled(one: Page, other: Page): Promise<[Keystrokes, Keystrokes]> {
  for (let looks = 1; ; looks += 1) {
    const watched: [Keystrokes, Keystrokes] = [await keystrokesOf(one), await keystrokesOf(other)];
    const isThere = watched.every(({ seen }) => watched.every(({ typed }) => isAllIn(typed, seen)));
    if (isThere || looks === LOOKS) return watched;
    await new Promise((go) => setTimeout(go, 500));
  }
}

/** How often it is looked for what has not come yet. */
const LOOKS = 20;

function isAllIn(typed: Keystrokes['typed'], seen: Keystrokes['seen']): boolean {
  return Object.keys(typed).every((letter) => letter in seen);
}

/** From a key on one page to its character on the other; infinite where it never came. */
function latencies({ typed }: Keystrokes, { seen }: Keystrokes): number[] {
  return Object.entries(typed).map(([letter, at]) => (seen[letter] ?? Number.POSITIVE_INFINITY) - at);
}

function summarise(all: readonly number[]): Latencies {
  const came = all.filter(Number.isFinite);
  return {
    keys: all.length,
    lost: all.length - came.length,
    p50: percentile(came, 0.5),
    p95: percentile(came, 0.95),
    worst: Math.max(0, ...came),
  };
}
