import type { Hue } from '#domain/debate/positions/position.ts';
import { CACHES } from './save-message.ts';

/** Summary of a kept debate, as a list shows it. */
export interface SavedSummary {
  readonly debateId: string;
  readonly title: string;
  readonly motion: string;
  readonly positions: readonly { readonly id: string; readonly name: string; readonly hue: Hue }[];
  readonly claims: number;
  /** Id of the person who kept it, in this debate; `null`: a reader. Summaries of earlier versions have none. */
  readonly participantId?: string | null;
  /** Time when the page was kept, in milliseconds since 1970. */
  readonly keptAt: number;
}

/** A debate that opens on this device without a network, and its path: possibly the page of a branch. */
export interface SavedEntry extends SavedSummary {
  readonly path: string;
}

/** Keeps the debate's summary for lists beside a kept page; both are forgotten together. */
export async function keepSummary(path: string, summary: SavedSummary): Promise<void> {
  const pages = await caches.open(CACHES.pages);
  if (await pages.match(path)) await pages.put(besides(path), new Response(JSON.stringify(summary)));
}

/** Forgets a page and its summary. */
export async function forgetPage(pages: Cache, path: string): Promise<void> {
  await pages.delete(path);
  await pages.delete(besides(path));
}

/** True for the address of a summary, not of a page. */
export function isSummary(address: string): boolean {
  return new URL(address).search === SUMMARY;
}

/** Returns the debates that open without a network, each once, the most recently kept first. */
export async function savedDebates(): Promise<readonly SavedEntry[]> {
  if (!('caches' in globalThis)) return [];
  const pages = await caches.open(CACHES.pages);
  const found = new Map<string, SavedEntry>();
  for (const { url } of (await pages.keys()).filter((page) => isSummary(page.url))) {
    const { pathname: path } = new URL(url);
    const answer = await pages.match(besides(path));
    if (!answer || !(await pages.match(path))) continue;
    const entry: SavedEntry = { ...((await answer.json()) as SavedSummary), path };
    const other = found.get(entry.debateId);
    if (!other || isBetter(entry, other)) found.set(entry.debateId, entry);
  }
  return [...found.values()].sort((a, b) => b.keptAt - a.keptAt);
}

/** Returns the titles of the debates that open without a network, by id. */
export async function savedTitles(): Promise<ReadonlyMap<string, string>> {
  return new Map((await savedDebates()).map(({ debateId, title }) => [debateId, title]));
}

/**
 * Returns the person's ids in their debates: those the server listed, when the list was kept, and those of debates they have joined since.
 */
export function participantIdsIn(debates: readonly SavedSummary[], listed: readonly string[]): string[] {
  return [...listed, ...debates.flatMap(({ participantId }) => participantId ?? [])];
}

/** Prefers the whole debate to one of its branches, then the most recently kept. */
function isBetter(one: SavedEntry, other: SavedEntry): boolean {
  const isWhole = ({ path }: SavedEntry) => !path.includes('/claims/');
  return isWhole(one) === isWhole(other) ? one.keptAt > other.keptAt : isWhole(one);
}

const SUMMARY = '?kept-summary';

function besides(path: string): string {
  return `${path}${SUMMARY}`;
}
