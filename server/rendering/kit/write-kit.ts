import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import {
  KIT_CARDS,
  type KitChoice,
  type KitPaper,
  type KitSheet,
} from '#domain/formats/exports/paper-kit.ts';
import type { KitSite } from '../pictures/drawing.ts';
import { ReportDocument } from '../report/report-document.ts';
import { Setter } from '../report/setter.ts';
import { STYLES } from '../report/styles.ts';
import { openTypefaces } from '../typeset/typefaces.ts';
import { ballotCards, tallyCards } from './ballot.ts';
import { type Card, stacked, words } from './card.ts';
import { blankCard, claimCard } from './claim-card.ts';
import { joinCard } from './join-card.ts';
import { type KitFacts, kitCharacters, kitFacts } from './kit-facts.ts';
import { KIT } from './kit-words.ts';
import { posterCard } from './poster.ts';
import { addSheet, type CardSize, cardSize, cardsOnSheet } from './sheets.ts';

/** A debate for a room without laptops, to print and cut: a poster, cards to join and with claims, ballots, and a sheet to count them. */
export async function* writeKit(
  debate: ExchangedDebate,
  { sheets, paper }: KitChoice,
  site: KitSite | null,
): AsyncGenerator<Uint8Array> {
  const facts = kitFacts(debate, site);
  const faces = await openTypefaces(kitCharacters(facts));
  const setter = new Setter(faces);
  const document = new ReportDocument(`${KIT.title}: ${facts.question}`, faces);
  for (const sheet of sheets) {
    document.section();
    for (const { size, cards } of SHEETS[sheet](facts, setter, paper)) {
      addSheet(document, size, paper, cards);
      yield* document.take();
    }
  }
  yield* document.end();
}

/** A sheet of paper: the size of its cards, and the cards. */
interface Printed {
  readonly size: CardSize;
  readonly cards: readonly Card[];
}

const SHEETS: Readonly<
  Record<KitSheet, (facts: KitFacts, setter: Setter, paper: KitPaper) => Iterable<Printed>>
> = {
  poster: (facts, setter, paper) => [
    { size: 'page', cards: [posterCard(facts, setter, cardSize('page', paper))] },
  ],
  join: (facts, setter, paper) => {
    const { addresses } = facts;
    if (addresses === null) return [];
    return [repeated('ticket', paper, joinCard(facts, addresses, setter, cardSize('ticket', paper)))];
  },
  claims: claimSheets,
  blank: (facts, setter, paper) => [
    repeated('claim', paper, blankCard(facts, setter, cardSize('claim', paper))),
  ],
  ballot: (facts, setter, paper) =>
    ballotCards(facts, setter, cardSize('ballot', paper)).map((card) => repeated('ballot', paper, card)),
  tally: (facts, setter, paper) =>
    tallyCards(facts, setter, cardSize('page', paper)).map((card) => ({ size: 'page', cards: [card] })),
};

/** A sheet full of the same card. */
function repeated(size: CardSize, paper: KitPaper, card: Card): Printed {
  return { size, cards: Array.from({ length: cardsOnSheet(size, paper) }, () => card) };
}

function* claimSheets(facts: KitFacts, setter: Setter, paper: KitPaper): Iterable<Printed> {
  const size = cardSize('claim', paper);
  const onSheet = cardsOnSheet('claim', paper);
  const printed = facts.claims.slice(0, KIT_CARDS);
  const isCut = printed.length < facts.claims.length;
  for (let at = 0; at < printed.length; at += onSheet) {
    const cards = printed.slice(at, at + onSheet).map((claim) => claimCard(facts, setter, claim, size));
    yield { size: 'claim', cards };
  }
  if (isCut) yield { size: 'claim', cards: [moreCard(setter, facts.claims.length, size.width)] };
}

/** Says that there are more claims than cards. */
function moreCard(setter: Setter, all: number, width: number): Card {
  const rows = setter.rows(KIT.more(KIT_CARDS, all), STYLES.body, { x: 22, width: width - 44 });
  return { runs: stacked([words(rows)], 22), ornaments: [] };
}
