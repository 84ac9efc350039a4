import { countReferences } from '../../debate/comments/mentions.ts';
import type { Effect, LogEntry } from '../../debate/engine/entries.ts';
import { LIMITS } from '../../debate/engine/limits.ts';
import { type Operation, operationSchema } from '../../debate/engine/operations.ts';
import type { Rejection } from '../../debate/engine/rejections.ts';
import { nameProblem, textProblem } from '../../debate/texts/wording.ts';
import { insertedText } from '../../ot/inserted-text.ts';
import { FormatError } from '../format-error.ts';
import { IMPORT_LIMITS } from '../import-limits.ts';
import { textReason } from '../sentences.ts';

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** Why a text isn't allowed; `null`: it is. */
type TextCheck = (text: string) => Rejection | null;

const upTo =
  (limit: number, empty: 'refused' | 'allowed' = 'allowed'): TextCheck =>
  (text) =>
    textProblem(text, limit, empty);
const name =
  (limit: number): TextCheck =>
  (text) =>
    nameProblem(text, limit);

/** An effect as the operation that asks for it, and its texts with their limits. */
interface Asked {
  /** Its texts are left out: their own limits are exact, and those of the schema are for one message. */
  readonly operation: Operation;
  readonly texts: Readonly<Record<string, readonly [text: string, check: TextCheck]>>;
  /** Lists for which one message takes more than a debate. */
  readonly counts?: Readonly<Record<string, readonly [count: number, limit: number]>>;
}

/** For each type of effect in the log of an imported debate. */
const ASKED: { readonly [T in Effect['type']]?: (effect: EffectOf<T>) => Asked } = {
  'debate.created': ({ title, motion, visibility, settings }) => ({
    operation: {
      type: 'debate.create',
      title: '',
      motion: '',
      visibility,
      settings: withBlankReasons(settings),
      ownerId: 'owner',
    },
    texts: {
      title: [title, name(LIMITS.titleCharacters)],
      motion: [motion, upTo(LIMITS.motionCharacters, 'refused')],
      ...Object.fromEntries(
        (settings.reasons ?? []).map((reason, at) => [
          `settings.reasons[${at}]`,
          [reason, upTo(LIMITS.reasonCharacters, 'refused')] as const,
        ]),
      ),
    },
  }),
  'participant.joined': ({ participantId, role }) => ({
    operation: { type: 'participant.join', participantId, role },
    texts: {},
  }),
  'position.added': ({ positionId, hue, ...words }) => ({
    operation: { type: 'position.add', positionId, hue, name: '', summary: '' },
    texts: {
      name: [words.name, name(LIMITS.positionNameCharacters)],
      summary: [words.summary, upTo(LIMITS.positionSummaryCharacters)],
    },
  }),
  'source.added': ({ sourceId, title, url, locator, excerpt, note }) => ({
    operation: { type: 'source.add', sourceId, title: '', url: '', locator: '', excerpt: '', note: '' },
    texts: {
      title: [title, upTo(LIMITS.sourceTitleCharacters)],
      url: [url, upTo(LIMITS.sourceUrlCharacters)],
      locator: [locator, upTo(LIMITS.sourceLocatorCharacters)],
      excerpt: [excerpt, upTo(LIMITS.sourceTextCharacters)],
      note: [note, upTo(LIMITS.sourceTextCharacters)],
    },
  }),
  'article.edited': ({ sourceId, change }) => ({
    operation: { type: 'article.edit', sourceId, base: 0, change: [] },
    texts: { text: [insertedText(change), upTo(LIMITS.articleCharacters)] },
  }),
  'claim.added': ({ claimId, linkId, target, relation, positionId, text, sources, comment }) => ({
    operation: {
      type: 'claim.add',
      ...{ claimId, linkId, target, relation, positionId, sources, text: '' },
      ...(comment !== undefined && { comment }),
    },
    texts: { text: [text, upTo(LIMITS.wordingCharacters)] },
    counts: { sources: [sources.length, LIMITS.sourcesPerClaim] },
  }),
  'claim.cited': ({ claimId, sourceId, passages = [] }) => ({
    operation: {
      type: 'claim.cite',
      ...{ claimId, sourceId },
      passages: passages.map((passage) => ({ ...passage, exact: '', prefix: '', suffix: '' })),
    },
    texts: Object.fromEntries(
      passages.flatMap(({ exact, prefix, suffix }, at) => [
        [`passages[${at}].exact`, [exact, upTo(LIMITS.passageUnits)] as const],
        [`passages[${at}].prefix`, [prefix, upTo(2 * LIMITS.contextUnits)] as const],
        [`passages[${at}].suffix`, [suffix, upTo(2 * LIMITS.contextUnits)] as const],
      ]),
    ),
  }),
  'claim.retracted': ({ claimId }) => ({ operation: { type: 'claim.retract', claimId }, texts: {} }),
  'link.added': ({ linkId, from, target, relation }) => ({
    operation: { type: 'link.add', linkId, from, target, relation },
    texts: {},
  }),
  'link.retracted': ({ linkId }) => ({ operation: { type: 'link.retract', linkId }, texts: {} }),
  'link.schemeSet': ({ linkId, scheme, answeredQuestions }) => ({
    operation: { type: 'link.setScheme', linkId, scheme, answeredQuestions },
    texts: {},
  }),
  'comment.added': ({ commentId, on, replyTo, text }) => ({
    operation: { type: 'comment.add', commentId, on, replyTo, text: '' },
    texts: { text: [text, upTo(LIMITS.commentCharacters)] },
  }),
  'comment.withdrawn': ({ commentId }) => ({ operation: { type: 'comment.withdraw', commentId }, texts: {} }),
  'comment.resolved': ({ commentId, resolved }) => ({
    operation: { type: 'comment.resolve', commentId, resolved },
    texts: {},
  }),
  'suggestion.made': ({ suggestionId, claimId, change, note }) => ({
    operation: { type: 'suggestion.make', suggestionId, claimId, was: '', text: '', note: '' },
    texts: {
      text: [insertedText(change), upTo(LIMITS.wordingCharacters)],
      note: [note, upTo(LIMITS.noteCharacters)],
    },
  }),
  'steelman.answered': ({ claimId, answerId, agrees, wording, recorded }) => ({
    operation: recorded
      ? { type: 'steelman.record', claimId, answerId, wording }
      : { type: 'steelman.answer', claimId, answerId, wording, agrees },
    texts: {},
  }),
  'claim.merged': ({ claimId, into }) => ({ operation: { type: 'claim.merge', claimId, into }, texts: {} }),
  'content.hidden': ({ ids, reason, note }) => ({
    operation: { type: 'content.hide', ids, reason: '', note: '' },
    texts: { reason: [reason, upTo(LIMITS.reasonCharacters)], note: [note, upTo(LIMITS.noteCharacters)] },
  }),
  'content.resubmitted': ({ ids }) => ({ operation: { type: 'content.resubmit', ids }, texts: {} }),
  'content.locked': ({ on, branch }) => ({ operation: { type: 'content.lock', on, branch }, texts: {} }),
  'flag.set': ({ on, what, other, note, revised }) => ({
    operation: { type: 'flag.set', on, what, other, note: '', revised },
    texts: { note: [note, upTo(LIMITS.noteCharacters)] },
  }),
  'conclusion.statusChanged': ({ open }) => ({
    operation: { type: 'conclusion.setStatus', open },
    texts: {},
  }),
  'conclusion.edited': ({ section, change }) => ({
    operation: { type: 'conclusion.edit', section, base: 0, change: [] },
    texts: { [section]: [insertedText(change), upTo(LIMITS.conclusionCharacters)] },
    counts: { [section]: [countReferences(insertedText(change)), LIMITS.conclusionCitations] },
  }),
  'conclusion.signed': ({ signatureId, positionId, revision, recorded }) => ({
    operation: {
      type: recorded ? 'conclusion.record' : 'conclusion.sign',
      ...{ signatureId, positionId, revision: Math.max(revision, 1) },
    },
    texts: {},
  }),
  'vote.cast': ({ claimId, answer, wording }) => ({
    operation: { type: 'vote.cast', claimId, answer, wording },
    texts: {},
  }),
  'task.added': ({ taskId, kind, count, due }) => ({
    operation: { type: 'task.add', taskId, kind, count, due },
    texts: {},
  }),
};

/**
 * Refuses a log with content that no operation could have created: each effect is checked by the schema of its operation, each text by its
 * own limit. A type of effect without an operation here is refused.
 */
export function checkLimits(entries: readonly LogEntry[]): void {
  checkReplyLevels(entries);
  let articles = 0;
  for (const { effect } of entries) {
    const ask = ASKED[effect.type] as ((effect: Effect) => Asked) | undefined;
    if (!ask) throw new FormatError('over_limit', null, effect.type);
    const { operation, texts, counts = {} } = ask(effect);
    for (const [field, [count, limit]] of Object.entries(counts))
      if (count > limit)
        throw new FormatError('over_limit', null, `${placeOf(effect, field)}: more than ${limit}`);
    if (effect.type === 'article.edited') articles += insertedText(effect.change).length;
    if (articles > IMPORT_LIMITS.articlesCharacters)
      throw new FormatError(
        'over_limit',
        null,
        `articles: more than ${IMPORT_LIMITS.articlesCharacters} characters`,
      );
    for (const [field, [text, check]] of Object.entries(texts)) {
      const problem = check(text);
      if (problem)
        throw new FormatError('over_limit', null, `${placeOf(effect, field)}: ${textReason(problem)}`);
    }
    const { error } = operationSchema.safeParse(operation);
    const [issue] = error?.issues ?? [];
    if (issue)
      throw new FormatError('over_limit', null, `${placeOf(effect, issue.path.join('.'))}: ${issue.message}`);
  }
}

/** Refuses replies that are too deep, or in a circle. A reply may come before what it answers, because a reveal changes the order. */
function checkReplyLevels(entries: readonly LogEntry[]): void {
  const answered = new Map<string, string>();
  for (const { effect } of entries)
    if (effect.type === 'comment.added' && effect.replyTo !== null)
      answered.set(effect.commentId, effect.replyTo);
  for (const id of answered.keys()) {
    let level = 0;
    for (let above = answered.get(id); above !== undefined; above = answered.get(above)) {
      level += 1;
      if (level > LIMITS.replyLevels)
        throw new FormatError(
          'over_limit',
          null,
          `comment ${id.slice(0, 60)}: replies more than ${LIMITS.replyLevels} levels deep, or in a circle`,
        );
    }
  }
}

/** Describes a place in a debate: the kind, the id if there is one, and the field. */
function placeOf(effect: Effect, field: string): string {
  const [kind = ''] = effect.type.split('.');
  const id = Object.entries(effect).find(
    ([key, value]) => key === `${kind}Id` && typeof value === 'string',
  )?.[1];
  return `${kind}${id === undefined ? '' : ` ${String(id).slice(0, 60)}`}, ${field}`;
}

/** Settings with the same number of reasons, all blank. */
function withBlankReasons<T extends { readonly reasons?: readonly string[] }>(settings: T): T {
  return settings.reasons ? { ...settings, reasons: settings.reasons.map(() => '') } : settings;
}
