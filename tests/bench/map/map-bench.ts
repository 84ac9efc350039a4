import { availableParallelism, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '../../support/chromium.ts';
import { joinAsGuest } from '../../support/guest.ts';
import { bundle } from './bundle.ts';
import { type Edit, Editor } from './editor.ts';
import { serveGenerated } from './generated-debates.ts';
import type { CardChange } from './in-page/placed-card.ts';
import { type LayoutPage, openLayoutPage } from './layout-page.ts';
import { type Verdict, verdictsOn } from './map-limits.ts';
import { type Bench, type BoardFigures, measureBoard, watchMemory } from './measure-board.ts';
import { measureChanges, showChange } from './measure-changes.ts';
import { measureEdits } from './measure-edits.ts';
import type { Memory } from './measure-memory.ts';
import { claimsNearMotion } from './open-near.ts';
import { parleyBoard } from './parley-board.ts';
import { reactFlowBoard } from './react-flow-board.ts';
import { serveReactFlow } from './serve-react-flow.ts';
import type { Measured } from './within.ts';

export type MapFigures = BoardFigures & { readonly memory: Measured<Memory> };

/** The measurements, with the machine's mean load of the last minutes and its number of cores. */
export interface MapRun {
  readonly results: readonly MapResult[];
  readonly cores: number;
  readonly load: number;
}

/** A debate of one size on both boards. */
export interface MapResult {
  readonly claims: number;
  readonly parley: MapFigures;
  readonly reactFlow: MapFigures;
  readonly verdicts: readonly Verdict[];
}

/** The figures of one board, and how its heap is watched, which is done last. */
interface Watched {
  readonly figures: BoardFigures;
  watch(): Promise<Measured<Memory>>;
}

interface Compared {
  readonly claims: number;
  readonly parley: Watched;
  readonly reactFlow: Watched;
}

/**
 * Parley's map of generated debates of these sizes in a real browser, and beside it a React Flow board of the same cards at
 * the same places. Heaps are watched for so many minutes at the end, on all boards at once.
 */
export async function benchMap(
  sizes: readonly number[],
  minutes: number,
  say: (line: string) => void,
): Promise<MapRun> {
  say(`making debates of ${sizes.join(' and ')} claims …`);
  const { server, debates } = await serveGenerated(sizes);
  const browser = await chromium.launch(chromiumLaunchOptions());
  const bench = { browser, watchScript: (await bundle('page-watch.ts')).script, say };
  const layout = await openLayoutPage(browser, server.origin);
  try {
    const compared: Compared[] = [];
    for (const { size, debateId } of debates) {
      say(`${size} claims`);
      compared.push(await compare(bench, layout, server.origin, debateId, minutes));
    }
    say(`watching the heaps for ${minutes} min …`);
    const results = await Promise.all(compared.map(withMemory));
    return { results, cores: availableParallelism(), load: loadavg()[1] ?? 0 };
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function withMemory({ claims, ...boards }: Compared): Promise<MapResult> {
  const [ofParley, ofReactFlow] = await Promise.all([boards.parley.watch(), boards.reactFlow.watch()]);
  const parley = { ...boards.parley.figures, memory: ofParley };
  const reactFlow = { ...boards.reactFlow.figures, memory: ofReactFlow };
  return { claims, parley, reactFlow, verdicts: verdictsOn(claims, parley, reactFlow) };
}

async function compare(
  bench: Bench,
  layout: LayoutPage,
  origin: string,
  debateId: string,
  minutes: number,
): Promise<Compared> {
  const guest = await joinAsGuest(origin, debateId, 'Ada');
  const cards = await layout.load(guest.snapshot());
  const editor = new Editor(guest);
  const near = claimsNearMotion(cards).slice(0, 40);

  const parley = parleyBoard(origin, debateId);
  let edits: Edit[] = [];
  const ofParley = await measureBoard(bench, parley, cards, async (on) => {
    const measured = await measureEdits(on, parley, editor);
    edits = measured.edits;
    return measured.figures;
  });

  const changes: CardChange[] = [];
  for (const { entries } of edits) changes.push(await layout.change(entries));
  const served = await serveReactFlow(cards);
  const reactFlow = reactFlowBoard(served.origin);
  const ofReactFlow = await measureBoard(bench, reactFlow, cards, (on) =>
    measureChanges(on, reactFlow, edits, changes),
  );

  const draft = (n: number) => {
    const { id } = near[n % near.length] ?? { id: '' };
    return n % 2 === 0 ? editor.reword(id) : editor.vote(id);
  };
  return {
    claims: guest.snapshot().claims.length,
    parley: {
      figures: ofParley,
      watch: () => watchMemory(bench, parley, cards, minutes, (_, n) => editor.send(draft(n))),
    },
    reactFlow: {
      figures: ofReactFlow,
      watch: () =>
        watchMemory(bench, reactFlow, cards, minutes, ({ page }, n) => {
          const card = near[n % near.length];
          const text = `${n}: ${card?.text}`;
          return showChange(page, { cards: card ? [{ ...card, text }] : [], gone: [] }, '');
        }),
    },
  };
}
