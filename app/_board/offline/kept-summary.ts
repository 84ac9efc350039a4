import type { Hue } from '../../../domain/debate/positions/position.ts';
import { CACHES } from './keep-message.ts';

/** What a list says of a debate that is kept. */
export interface KeptSummary {
  readonly debateId: string;
  readonly title: string;
  readonly motion: string;
  readonly positions: readonly { readonly id: string; readonly name: string; readonly hue: Hue }[];
  readonly claims: number;
  /** When the page was kept, in milliseconds since 1970. */
  readonly keptAt: number;
}

/** A debate that opens on this device without a network, and where: it may be one of its branches that is kept. */
export interface KeptEntry extends KeptSummary {
  readonly path: string;
}

/** Keeps, beside a page that is kept, what a list says of its debate; it is forgotten with the page. */
export async function keepSummary(path: string, summary: KeptSummary): Promise<void> {
  const pages = await caches.open(CACHES.pages);
  if (await pages.match(path)) await pages.put(besides(path), new Response(JSON.stringify(summary)));
}

/** Forgets a page, and what a list said of it. */
export async function forgetPage(pages: Cache, path: string): Promise<void> {
  await pages.delete(path);
  await pages.delete(besides(path));
}

/** Is this what a list says of a page, and no page? */
export function isSummary(address: string): boolean {
  return new URL(address).search === SUMMARY;
}

/** The debates that open without a network, each once, those kept last first. */
export async function keptDebates(): Promise<readonly KeptEntry[]> {
  if (!('caches' in globalThis)) return [];
  const pages = await caches.open(CACHES.pages);
  const found = new Map<string, KeptEntry>();
  for (const { url } of (await pages.keys()).filter((page) => isSummary(page.url))) {
    const { pathname: path } = new URL(url);
    const answer = await pages.match(besides(path));
    if (!answer || !(await pages.match(path))) continue;
    const entry: KeptEntry = { ...((await answer.json()) as KeptSummary), path };
    const other = found.get(entry.debateId);
    if (!other || isBetter(entry, other)) found.set(entry.debateId, entry);
  }
  return [...found.values()].sort((a, b) => b.keptAt - a.keptAt);
}

/** All of a debate rather than one of its branches, else what was kept last. */
function isBetter(one: KeptEntry, other: KeptEntry): boolean {
  const isWhole = ({ path }: KeptEntry) => !path.includes('/claims/');
  return isWhole(one) === isWhole(other) ? one.keptAt > other.keptAt : isWhole(one);
}

const SUMMARY = '?kept-summary';

function besides(path: string): string {
  return `${path}${SUMMARY}`;
}
