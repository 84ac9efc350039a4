import { generateNKeysBetween } from 'fractional-indexing';
import type { Comment } from '../debate/comments/comment.ts';
import { ENTRY_SHAPE, SYSTEM } from '../debate/engine/entries.ts';
import { LIMITS } from '../debate/engine/limits.ts';
import { type DebateSnapshot, fromSnapshot } from '../debate/engine/snapshot.ts';
import { DEFAULT_SETTINGS } from '../debate/head/head.ts';
import type { Claim } from '../debate/map/claim.ts';
import type { Link, Relation, Target } from '../debate/map/link.ts';
import type { Scheme } from '../debate/map/scheme.ts';
import { HUES, type Hue } from '../debate/positions/position.ts';
import type { Article, Passage, Source } from '../debate/sources/source.ts';
import { isBlank } from '../debate/texts/blank.ts';
import { countCharacters } from '../debate/texts/wording.ts';
import type { HiddenContent } from '../debate/visibility/hidden.ts';
import { type Answer, NO_VOTES } from '../debate/votes/vote.ts';
import { countVotes } from '../debate/votes/vote-count.ts';
import type { Imported, Preserved, SetAside, SetAsideReason } from './exchanged-debate.ts';
import { FormatError } from './format-error.ts';
import { IMPORTED_NAME, IMPORTED_POSITION } from './gathering.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import { sound } from './read-text.ts';
import { truncateText, wholeTextSource } from './whole-text.ts';

interface DraftClaim {
  readonly id: string;
  readonly linkId?: string;
  readonly text: string;
  readonly target: Target;
  readonly relation: Relation;
  readonly scheme?: Scheme;
  readonly positionId?: string | null;
  readonly author?: string;
  readonly at?: number;
  readonly retracted?: boolean;
  readonly sources?: readonly string[];
  readonly line?: number | null;
}

/** A debate being read from a format that has no numbers, orders and tallies. */
export class DraftDebate {
  readonly setAside: SetAside[] = [];
  readonly kept: Preserved[] = [];
  readonly names = new Map<string, string>();
  title = 'Imported debate';
  motion = '';
  readonly #positions: { id: string; name: string; hue: Hue; summary: string }[] = [];
  readonly #claims = new Map<string, Omit<Claim, 'tally'>>();
  readonly #links: Omit<Link, 'order'>[] = [];
  readonly #sources = new Map<string, Source>();
  readonly #articles = new Map<string, Pick<Article, 'id' | 'text'>>();
  readonly #passages = new Map<string, Passage[]>();
  readonly #comments: Comment[] = [];
  readonly #hidden: HiddenContent[] = [];
  readonly #votes = new Map<string, readonly [claimId: string, voter: string, answer: Answer]>();
  readonly #participants = new Set<string>();
  readonly #depths = new Map<string, number>();

  note(why: SetAsideReason, what: string, line: number | null = null): void {
    this.setAside.push({ why, what: truncateText(sound(what).replace(/\s+/g, ' ').trim(), 120), line });
  }

  /** Adds a position; its name and summary are cut to their limits. */
  addPosition(position: {
    id: string;
    name: string;
    hue?: Hue;
    summary?: string;
    line?: number | null;
  }): string {
    const { id, line = null } = position;
    if (this.#positions.length >= LIMITS.positions)
      throw new FormatError('too_many', line, `${LIMITS.positions} positions`);
    const name = this.#bounded(position.name, LIMITS.positionNameCharacters, line) || 'Position';
    const summary = this.#bounded(position.summary ?? '', LIMITS.positionSummaryCharacters, line);
    const hue = position.hue ?? HUES[this.#positions.length] ?? HUES[0];
    this.#positions.push({ id, name, hue, summary });
    return id;
  }

  /** The position for the claims of a file without positions. */
  gathering(): Target {
    if (!this.#positions.some(({ id }) => id === IMPORTED_POSITION))
      this.addPosition({ id: IMPORTED_POSITION, name: IMPORTED_NAME });
    return { kind: 'position', id: IMPORTED_POSITION };
  }

  /** Adds a claim at its place; its parent was added before. A text that is too long is cut, and kept in full as a source. */
  addClaim(draft: DraftClaim): void {
    const { id, target, relation, line = null, at = 0, author = SYSTEM } = draft;
    if (this.#claims.size >= LIMITS.claims)
      throw new FormatError('too_many', line, `${LIMITS.claims} claims`);
    const depth = this.#depthAt(target) + 1;
    if (depth > LIMITS.depth) throw new FormatError('too_deep', line, `${LIMITS.depth}`);
    this.#depths.set(id, depth);
    const whole = tidied(draft.text);
    if (whole === '') this.note('empty', id, line);
    const sources = [...(draft.sources ?? [])];
    const text = truncateText(whole, LIMITS.wordingCharacters) || '…';
    if (text !== whole && whole !== '') {
      // Of a text that no source can hold either, `addSource` says that it is shortened.
      if (countCharacters(whole) <= LIMITS.sourceTextCharacters) this.note('too_long', whole, line);
      const source = wholeTextSource(this.#sources.size + 1, whole);
      // First: the rest of the text stands nowhere else, however many sources the claim cites.
      sources.unshift(this.addSource(source, line));
    }
    const parentLink = draft.linkId ?? `l-${id}`;
    this.#claims.set(id, {
      id,
      positionId: draft.positionId ?? null,
      text,
      wording: 1,
      wordings: 1,
      before: null,
      author,
      at,
      editedAt: null,
      retracted: draft.retracted ?? false,
      sources: this.#withinLimit(id, [...new Set(sources)], line),
      parentLink,
    });
    this.#links.push({
      id: parentLink,
      from: id,
      target,
      relation,
      ...(draft.scheme && { scheme: draft.scheme }),
      parent: true,
      author,
      at,
      retracted: false,
    });
  }

  /** As many sources as a claim may cite; the others stay in the debate without a claim. A merged claim has those of all its parts. */
  #withinLimit(claimId: string, sources: readonly string[], line: number | null): string[] {
    const others = sources.slice(LIMITS.sourcesPerClaim);
    for (const id of others) this.note('too_many_cited', this.#sources.get(id)?.title ?? id, line);
    if (others.length > 0) this.#notCited.set(claimId, new Set(others));
    return sources.slice(0, LIMITS.sourcesPerClaim);
  }

  readonly #notCited = new Map<string, ReadonlySet<string>>();

  addCrossLink(link: {
    id: string;
    from: string;
    target: Target;
    relation: Relation;
    scheme?: Scheme;
    author?: string;
    at?: number;
  }): void {
    const { author = SYSTEM, at = 0 } = link;
    if (this.#links.length - this.#claims.size >= LIMITS.crossLinks)
      throw new FormatError('too_many', null, `${LIMITS.crossLinks} links`);
    this.#links.push({ ...link, author, at, parent: false, retracted: false });
  }

  addSource(source: Source, line: number | null = null): string {
    if (this.#sources.size >= LIMITS.sources)
      throw new FormatError('too_many', line, `${LIMITS.sources} sources`);
    const { id, author } = source;
    this.#sources.set(id, {
      id,
      title: this.#bounded(source.title, LIMITS.sourceTitleCharacters, line),
      url: this.#bounded(source.url, LIMITS.sourceUrlCharacters, line),
      locator: this.#bounded(source.locator, LIMITS.sourceLocatorCharacters, line),
      excerpt: this.#bounded(source.excerpt, LIMITS.sourceTextCharacters, line),
      note: this.#bounded(source.note, LIMITS.sourceTextCharacters, line),
      author,
    });
    return id;
  }

  /** Adds the text of a source unchanged, since passages have their places in it. */
  addArticle(sourceId: string, text: string, line: number | null = null): void {
    const whole = sound(text);
    const kept = truncateText(whole, LIMITS.articleCharacters);
    if (kept !== whole) this.note('shortened', whole, line);
    this.#articlesLength += kept.length - (this.#articles.get(sourceId)?.text.length ?? 0);
    if (this.#articlesLength > IMPORT_LIMITS.articlesCharacters)
      throw new FormatError('too_many', line, `${IMPORT_LIMITS.articlesCharacters} characters of articles`);
    this.#articles.set(sourceId, { id: sourceId, text: kept });
  }

  #articlesLength = 0;

  /** Adds a passage that a claim cites from a source, word for word; one more than a claim may cite is left out. */
  addPassage(claimId: string, passage: Passage, line: number | null = null): void {
    const { exact, prefix, suffix } = passage;
    const known = this.#passages.get(claimId) ?? [];
    const isLong = exact.length > LIMITS.passageUnits || (prefix + suffix).length > 2 * LIMITS.contextUnits;
    if (isLong) this.note('long_passage', exact, line);
    else if (exact.trim() === '') this.note('empty', passage.id, line);
    else if (known.some(({ id }) => id === passage.id)) this.note('repeated', exact, line);
    else if (known.length >= LIMITS.passagesPerClaim || this.#notCited.get(claimId)?.has(passage.sourceId))
      this.note('too_many_cited', exact, line);
    else {
      const words = { exact: sound(exact), prefix: sound(prefix), suffix: sound(suffix) };
      this.#passages.set(claimId, [...known, { ...passage, ...words }]);
    }
  }

  /** The source with these fields that was added before, or a new one. */
  citedSource(source: Pick<Source, 'title' | 'url' | 'locator'> & { excerpt?: string }): string {
    const { title, url, locator, excerpt = '' } = source;
    const key = JSON.stringify([title, url, locator, excerpt]);
    const known = this.#cited.get(key);
    if (known !== undefined) return known;
    const id = `s-${this.#cited.size + 1}`;
    this.#cited.set(key, id);
    return this.addSource({
      id,
      title: title || url || 'Source',
      url,
      locator,
      excerpt,
      note: '',
      author: SYSTEM,
    });
  }

  readonly #cited = new Map<string, string>();

  addComment(
    comment: Pick<Comment, 'id' | 'on' | 'replyTo' | 'text' | 'author' | 'at'> & {
      readonly resolved?: boolean;
    },
    line: number | null = null,
  ): void {
    if (this.#comments.length >= LIMITS.comments)
      throw new FormatError('too_many', line, `${LIMITS.comments} comments`);
    const text = this.#bounded(comment.text, LIMITS.commentCharacters, line);
    if (text === '') this.note('empty', comment.id, line);
    else this.#comments.push({ resolved: false, ...comment, text, editedAt: null, withdrawn: false });
  }

  /** Adds a participant; with their name, if the file contains it. */
  addParticipant(id: string, name?: string, line: number | null = null): string {
    if (!this.#participants.has(id) && this.#participants.size >= LIMITS.participants)
      throw new FormatError('too_many', line, `${LIMITS.participants} people`);
    this.#participants.add(id);
    if (name !== undefined && !isBlank(name))
      this.names.set(id, this.#bounded(name, LIMITS.nameCharacters, line));
    return id;
  }

  /** Adds a vote; of several by one person on one claim the last counts. */
  addVote(claimId: string, voter: string, answer: Answer, line: number | null = null): void {
    this.#votes.set(`${claimId} ${voter}`, [claimId, voter, answer]);
    if (this.#votes.size > IMPORT_LIMITS.votes)
      throw new FormatError('too_many', line, `${IMPORT_LIMITS.votes} votes`);
  }

  /** Hides a claim, as its moderators had done. */
  hide(id: string, at: number): void {
    this.#hidden.push({ id, status: 'hidden', reason: 'off_topic', note: '', by: SYSTEM, at });
  }

  hasClaim(id: string): boolean {
    return this.#claims.has(id);
  }

  /** True if an existing claim of the file cites this source, even if it is one more than a claim may cite. */
  cites(claimId: string, sourceId: string): boolean {
    const isCited = this.#claims.get(claimId)?.sources.includes(sourceId) ?? false;
    return isCited || (this.#notCited.get(claimId)?.has(sourceId) ?? false);
  }

  hasPosition(id: string): boolean {
    return this.#positions.some((position) => position.id === id);
  }

  hasLink(id: string): boolean {
    return this.#fromOf(id) !== '';
  }

  hasSource(id: string): boolean {
    return this.#sources.has(id);
  }

  /** The debate that was read, with its orders and tallies. */
  finish(createdAt = 0): Imported {
    if (this.#claims.size === 0 && this.#positions.length === 0) throw new FormatError('nothing_found');
    const { title, motion } = this.#headWords();
    const at = [...this.#claims.values()].reduce((latest, claim) => Math.max(latest, claim.at), createdAt);
    const keys = generateNKeysBetween(null, null, this.#positions.length);
    const links = ordered(this.#links);
    const votes = [...this.#votes.values()].map((vote) => [...vote, 1] as const);
    const snapshot: DebateSnapshot = {
      shape: ENTRY_SHAPE,
      seq: 0,
      at,
      erasedAt: 0,
      head: {
        title,
        motion,
        visibility: 'private',
        settings: DEFAULT_SETTINGS,
        plenary: null,
        status: 'open',
        deleted: false,
        statusChangedAt: createdAt,
        createdAt,
      },
      positions: this.#positions.map((position, index) => ({
        ...position,
        order: keys[index] ?? '',
        removed: false,
      })),
      claims: [...this.#claims.values()].map((claim) => ({ ...claim, tally: NO_VOTES })),
      links,
      sources: [...this.#sources.values()],
      articles: [...this.#articles.values()].map((article) => ({
        ...article,
        version: 1,
        editedAt: createdAt,
      })),
      citations: [...this.#passages].map(([id, passages]) => ({ id, passages })),
      comments: this.#comments,
      participants: [...this.#participants].map((id) => ({
        id,
        role: 'debater',
        joinedAt: createdAt,
        team: null,
        muted: false,
        membership: 'member',
        reason: null,
      })),
      votes,
      hidden: this.#hidden,
      locks: [],
      merges: [],
      splits: [],
      reviews: [],
      reports: [],
      groups: [],
      promotions: [],
      origins: [],
      lastChanges: [],
      meetings: [],
      moderationLog: [],
      histories: [],
    };
    const state = fromSnapshot(snapshot);
    const claims = state.claims.map((claim) => ({ ...claim, tally: countVotes(state, claim) }));
    return { state: { ...state, claims }, names: this.names, kept: this.kept, setAside: this.setAside };
  }

  /** The title and the motion. A title that is cut but whole as the motion loses nothing. */
  #headWords(): { title: string; motion: string } {
    const [whole, asked] = [tidied(this.title).replace(/\s+/g, ' '), tidied(this.motion)];
    const isAsked = whole === asked.replace(/\s+/g, ' ');
    const cut = isAsked
      ? truncateText(whole, LIMITS.titleCharacters)
      : this.#bounded(whole, LIMITS.titleCharacters, null);
    const title = cut || 'Imported debate';
    return { title, motion: this.#bounded(asked, LIMITS.motionCharacters, null) || title };
  }

  /** The depth of a target's children; an undercut belongs to the claim whose step it attacks. */
  #depthAt({ kind, id }: Target): number {
    if (kind === 'position') return 0;
    return this.#depths.get(kind === 'claim' ? id : this.#fromOf(id)) ?? 0;
  }

  readonly #steps = new Map<string, string>();

  #fromOf(linkId: string): string {
    for (let at = this.#steps.size; at < this.#links.length; at += 1) {
      const link = this.#links[at];
      if (link) this.#steps.set(link.id, link.from);
    }
    return this.#steps.get(linkId) ?? '';
  }

  #bounded(text: string, limit: number, line: number | null): string {
    const whole = tidied(text);
    if (countCharacters(whole) <= limit) return whole;
    this.note('shortened', whole, line);
    return truncateText(whole, limit);
  }
}

/** A text of a file as the text of a claim; one without visible characters becomes an ellipsis. */
export function importedText(text: string): string {
  return tidied(text) || '…';
}

/** A text of a file in a form a debate can store; empty if it has no visible characters. */
function tidied(text: string): string {
  return isBlank(text) ? '' : sound(text).trim();
}

/** Links, with ascending orders at each target: in the order they were added. */
function ordered(links: readonly Omit<Link, 'order'>[]): Link[] {
  const counts = new Map<string, number>();
  for (const { parent, target } of links) if (parent) counts.set(target.id, (counts.get(target.id) ?? 0) + 1);
  const keys = new Map(
    [...counts].map(([id, count]) => [id, generateNKeysBetween(null, null, count)[Symbol.iterator]()]),
  );
  return links.map((link) => ({
    ...link,
    order: link.parent ? (keys.get(link.target.id)?.next().value ?? '') : '',
  }));
}
