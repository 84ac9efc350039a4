import { mentionOf } from '#domain/debate/comments/mentions.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { diffText, type TextChange } from '#domain/ot/text-change.ts';
import {
  type DebateBuilder,
  editTo,
  hide,
  lock,
  merge,
  retract,
  seal,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions } from '#tests/support/decision-cases.ts';

const SAID = 'one two three';
const [OWN, ASKED] = [`${SAID} four`, 'Why not?'];
const long = (characters: number) => 'x'.repeat(characters + 1);

const reword = (text: string, more: { claimId?: string; base?: number } = {}) =>
  ({ type: 'claim.edit', claimId: 'c-a', base: 1, change: diffText(SAID, text), ...more }) as const;
const reworded = (change: TextChange) => ({ type: 'claim.edited', claimId: 'c-a', change }) as const;
const ask = (text: string) =>
  ({ type: 'comment.edit', commentId: 'm-a', base: 1, change: diffText('Why?', text) }) as const;
const asked = (text: string) =>
  ({ type: 'comment.edited', commentId: 'm-a', change: diffText('Why?', text) }) as const;
const sum = (text: string, was = '', base = 1) =>
  ({ type: 'summary.edit', positionId: 'east', base, change: diffText(was, text) }) as const;
const summed = (text: string, was = '') =>
  ({ type: 'summary.edited', positionId: 'east', change: diffText(was, text) }) as const;
const note = (text: string, was = '', base = 1) =>
  ({ type: 'source.edit', sourceId: 's-a', field: 'note', base, change: diffText(was, text) }) as const;
const noted = (text: string, was = '') =>
  ({ type: 'source.edited', sourceId: 's-a', field: 'note', change: diffText(was, text) }) as const;
const write = (change: TextChange, base = 1) =>
  ({ type: 'article.edit', sourceId: 's-a', base, change }) as const;
const written = (change: TextChange) => ({ type: 'article.edited', sourceId: 's-a', change }) as const;

const does =
  (who: string, ...operations: Parameters<DebateBuilder['does']>[1][]) =>
  (debate: DebateBuilder) =>
    debate.does(who, ...operations);
const own = does('olga', { type: 'debate.configure', wording: 'own' });
const keepSides = (team: string | null) => (debate: DebateBuilder) => {
  debate.does('olga', { type: 'debate.configure', sides: 'own' });
  if (team) debate.does('dana', { type: 'team.choose', participantId: 'dana', team });
};
const FULL = LIMITS.allArticlesCharacters;
/** Articles of so many characters: that of s-a, and that of another source. */
const articles = (ofSource: number, ofOthers: number) => (debate: DebateBuilder) => {
  const record = (id: string, length: number) =>
    [id, { id, text: 'x'.repeat(length), version: 1, editedAt: 0 }] as const;
  const { articles: none } = debate.state;
  debate.state = {
    ...debate.state,
    articles: none.merge([record('s-a', ofSource), record('s-b', ofOthers)]),
  };
};

const CLAIM: DecisionCase<OperationOf<'claim.edit'>>[] = [
  ['of one’s own', 'dana', reword(OWN), reworded(diffText(SAID, OWN))],
  ['of another’s, where all word together', 'emil', reword(OWN), reworded(diffText(SAID, OWN))],
  ['of one’s own, where authors word alone', 'dana', reword(OWN), reworded(diffText(SAID, OWN)), own],
  ['of one’s own side', 'dana', reword(OWN), reworded(diffText(SAID, OWN)), keepSides('east')],
  [
    'made on an earlier revision',
    'emil',
    reword(OWN),
    reworded(diffText('one three', 'one three four')),
    does('dana', reword('one three')),
  ],
  ['of another’s, where authors word alone', 'emil', reword(OWN), 'not_allowed', own],
  ['by a suggester', 'susi', reword(OWN), 'not_allowed'],
  ['of none', 'dana', reword(OWN, { claimId: 'c-?' }), 'unknown_claim'],
  ['of a hidden claim', 'emil', reword(OWN), 'unknown_claim', does('olga', hide('c-a'))],
  ['of a locked claim', 'dana', reword(OWN), 'locked', does('olga', lock('c-a'))],
  ['of a retracted claim', 'dana', reword(OWN), 'claim_retracted', does('olga', retract('c-a'))],
  ['of a merged claim', 'dana', reword(OWN), 'claim_merged', does('olga', merge('c-a', 'c-d'))],
  ['without a side', 'dana', reword(OWN), 'no_team', keepSides(null)],
  ['of another side', 'dana', reword(OWN), 'other_side', keepSides('west')],
  ['made on no revision', 'dana', reword(OWN, { base: 0 }), 'base_too_old'],
  ['made on a revision to come', 'dana', reword(OWN, { base: 2 }), 'base_too_old'],
  ['of a longer text', 'dana', { ...reword(OWN), change: [20, [0, '!']] }, 'change_malformed'],
  [
    'of a longer text, made on an earlier revision',
    'emil',
    { ...reword(OWN), change: [20, [0, '!']] },
    'change_malformed',
    does('dana', reword('one three')),
  ],
  ['to the same', 'dana', reword(SAID), 'nothing_changed'],
  [
    'as another has made it',
    'emil',
    reword('one three'),
    'nothing_changed',
    does('dana', reword('one three')),
  ],
  ['to nothing', 'dana', reword(' '), 'text_empty'],
  ['to too much', 'dana', reword(long(LIMITS.wordingCharacters)), 'text_too_long'],
  ['to a control character', 'dana', reword(`${SAID}\u0000`), 'text_malformed'],
];

const COMMENT: DecisionCase<OperationOf<'comment.edit'>>[] = [
  ['of one’s own', 'dana', ask(ASKED), asked(ASKED)],
  ['with as many people as may be named', 'dana', ask(many(LIMITS.mentions)), asked(many(LIMITS.mentions))],
  ['of another’s', 'emil', ask(ASKED), 'not_allowed'],
  ['of another’s, by a moderator', 'olga', ask(ASKED), 'not_allowed'],
  ['of none', 'dana', { ...ask(ASKED), commentId: 'm-?' }, 'unknown_comment'],
  ['of a hidden comment', 'emil', ask(ASKED), 'unknown_comment', does('olga', hide('m-a'))],
  [
    'of a withdrawn comment',
    'dana',
    ask(ASKED),
    'comment_withdrawn',
    does('dana', { type: 'comment.withdraw', commentId: 'm-a' }),
  ],
  ['in a locked branch', 'dana', ask(ASKED), 'locked', does('olga', lock('c-a', true))],
  ['to nothing', 'dana', ask(''), 'text_empty'],
  ['to too much', 'dana', ask(long(LIMITS.commentCharacters)), 'text_too_long'],
  ['with too many people named', 'dana', ask(many(LIMITS.mentions + 1)), 'too_many_mentions'],
  [
    'with a person named, in an anonymous debate',
    'dana',
    ask(many(1)),
    'mention_anonymous',
    does('olga', { type: 'debate.configure', names: 'anonymous' }),
  ],
];

function many(mentions: number): string {
  return Array.from({ length: mentions }, (_, at) => mentionOf(`p-${at}`)).join(' ');
}

const SUMMARY: DecisionCase<OperationOf<'summary.edit'>>[] = [
  ['by a moderator', 'mona', sum('Where it dawns'), summed('Where it dawns')],
  ['to nothing', 'olga', sum('', 'Dawn', 2), summed('', 'Dawn'), does('olga', sum('Dawn'))],
  ['by a debater', 'dana', sum('Dawn'), 'not_allowed'],
  ['of none', 'olga', { ...sum('Dawn'), positionId: 'north' }, 'unknown_position'],
  ['to too much', 'olga', sum(long(LIMITS.positionSummaryCharacters)), 'text_too_long'],
];

const SOURCE: DecisionCase<OperationOf<'source.edit'>>[] = [
  ['its note', 'dana', note('So so'), noted('So so')],
  ['its excerpt', 'dana', { ...note('So so'), field: 'excerpt' }, { ...noted('So so'), field: 'excerpt' }],
  ['of another’s, where all word together', 'emil', note('So so'), noted('So so')],
  [
    'its note, where all articles are as long as may be',
    'dana',
    note('So so'),
    noted('So so'),
    articles(5, FULL - 5),
  ],
  ['to nothing', 'dana', note('', 'So so', 2), noted('', 'So so'), does('dana', note('So so'))],
  ['of another’s, where authors word alone', 'emil', note('So so'), 'not_allowed', own],
  ['by a suggester', 'susi', note('So so'), 'not_allowed'],
  ['of none', 'dana', { ...note('So so'), sourceId: 's-?' }, 'unknown_source'],
  ['in a locked debate', 'dana', note('So so'), 'locked', does('olga', lock('*'))],
  ['to too much', 'dana', note(long(LIMITS.sourceTextCharacters)), 'text_too_long'],
];

const ARTICLE: DecisionCase<OperationOf<'article.edit'>>[] = [
  ['the first', 'mona', write([[0, 'Trees']]), written([[0, 'Trees']])],
  ['to nothing', 'olga', write([[5]]), written([[5]]), articles(5, 0)],
  ['to as much as all may have', 'olga', write([[0, 'x'], 5]), written([[0, 'x'], 5]), articles(5, FULL - 6)],
  ['to less, where all have too much', 'olga', write([[1], 4]), written([[1], 4]), articles(5, FULL)],
  ['by a debater', 'dana', write([[0, 'Trees']]), 'not_allowed'],
  ['of none', 'olga', { ...write([[0, 'Trees']]), sourceId: 's-?' }, 'unknown_source'],
  [
    'to too much',
    'olga',
    write([[0, 'x'], LIMITS.articleCharacters]),
    'text_too_long',
    articles(LIMITS.articleCharacters, 0),
  ],
  ['to more than all may have', 'olga', write([[0, 'x'], 5]), 'articles_full', articles(5, FULL - 5)],
];

const SEAL: DecisionCase<OperationOf<'text.seal'>>[] = [
  ['a wording', SYSTEM, seal('c-a'), { type: 'text.sealed', text: 'c-a' }, does('dana', reword(OWN))],
  ['a comment', SYSTEM, seal('m-a'), { type: 'text.sealed', text: 'm-a' }, does('dana', ask(ASKED))],
  [
    'the wording before',
    SYSTEM,
    seal('c-a'),
    { type: 'text.sealed', text: 'c-a', back: { wording: 1, earlier: 0 } },
    (d) => {
      d.does('dana', reword(OWN)).does(SYSTEM, seal('c-a'));
      d.does('dana', editTo(d.state, 'c-a', SAID));
    },
  ],
  ['by the owner', 'olga', seal('c-a'), 'not_allowed', does('dana', reword(OWN))],
  ['none', SYSTEM, seal('c-?'), 'unknown_target'],
  [
    'again',
    SYSTEM,
    seal('c-a'),
    'nothing_changed',
    (d) => d.does('dana', reword(OWN)).does(SYSTEM, seal('c-a')),
  ],
];

describeDecisions('claim.edit', CLAIM);
describeDecisions('comment.edit', COMMENT);
describeDecisions('summary.edit', SUMMARY);
describeDecisions('source.edit', SOURCE);
describeDecisions('article.edit', ARTICLE);
describeDecisions('text.seal', SEAL);
