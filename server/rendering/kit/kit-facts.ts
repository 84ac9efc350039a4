import { finish } from '#domain/collections/steps.ts';
import { awaitsRecognition } from '#domain/debate/map/steelman.ts';
import { formatRoomCode } from '#domain/debate/participants/room-code.ts';
import type { MapClaim } from '#domain/formats/argument-map.ts';
import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import type { DebateFront } from '#domain/outline/debate-front.ts';
import { frontSteps } from '#domain/outline/debate-front.ts';
import { claimCode } from '#domain/search/claim-code.ts';
import type { KitSite } from '../pictures/drawing.ts';
import { charactersOf } from '../report/report-characters.ts';
import { type ReportFacts, reportFacts } from '../report/report-facts.ts';
import type { NeededCharacters } from '../typeset/needed-characters.ts';
import { KIT } from './kit-words.ts';

/** The addresses on paper; each is complete, for a code that a phone reads. */
export interface KitAddresses {
  readonly join: string;
  readonly vote: string;
  /** The address as people type it: without its scheme. */
  readonly typed: string;
  /** The code to type there, in two parts; null: there is none. */
  readonly code: string | null;
  readonly claim: (id: string) => string;
}

/** The data a kit is made from: the debate as everyone sees it. */
export interface KitFacts extends ReportFacts {
  readonly front: DebateFront;
  /** Claims to print, each before its replies. */
  readonly claims: readonly MapClaim[];
  /** Those of them that people vote on now. */
  readonly ballot: readonly MapClaim[];
  /** The motion, or the title of a debate without one. */
  readonly question: string;
  /** Null: no address is known. */
  readonly addresses: KitAddresses | null;
}

/** Collects the facts. */
export function kitFacts(debate: ExchangedDebate, site: KitSite | null): KitFacts {
  const facts = reportFacts(debate);
  const { title = '', motion = '' } = facts.state.head ?? {};
  const claims = facts.map.claims.filter(({ claim }) => !claim.retracted);
  return {
    ...facts,
    front: finish(frontSteps(facts.state)),
    claims,
    ballot: claims.filter(({ claim }) => !awaitsRecognition(claim)),
    question: motion || title,
    addresses: site && addressesOf(site),
  };
}

function addressesOf({ origin, debateId, code }: KitSite): KitAddresses {
  const debate = `${origin}/debates/${encodeURIComponent(debateId)}`;
  const join = code === null ? debate : `${origin}/join/${code}`;
  return {
    join,
    vote: `${debate}?vote`,
    typed: (code === null ? debate : `${origin}/join`).replace(/^https?:\/\//, ''),
    code: code && formatRoomCode(code),
    claim: (id) => `${debate}#${id}`,
  };
}

/** The characters that a kit writes with each typeface. */
export function kitCharacters(facts: KitFacts): NeededCharacters {
  const needed = charactersOf(facts);
  needed.note(JSON.stringify(KIT), 'text', 'strong', 'name', 'display', 'body');
  needed.note(facts.question, 'name', 'display', 'text', 'body');
  needed.note(facts.addresses?.typed ?? '', 'text', 'strong', 'name');
  for (const { id, claim } of facts.claims) {
    needed.note(readable(claim.text), 'name', 'text', 'body');
    needed.note(claimCode(id), 'strong', 'name');
  }
  for (const { name } of facts.state.positions.values()) needed.note(name, 'strong', 'name', 'text');
  return needed;
}
