import { expect } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { selectorsOf } from '#domain/debate/sources/passage-place.ts';
import {
  articleOf,
  cite,
  citePassage,
  type DebateBuilder,
  lock,
  merge,
  newClaim,
  retract,
  SOURCE,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';
import { setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

type Add = OperationOf<'source.add'>;
type Cite = OperationOf<'claim.cite'>;
type Uncite = OperationOf<'claim.uncite'>;

const ARTICLE = `Trees give shade. Shade is cool. In winter there is none. Walls give shade. ${'w'.repeat(LIMITS.passageUnits + 1)}`;
const SENTENCES = Array.from({ length: 25 }, (_, at) => `Sentence ${at} says this.`).join(' ');
const long = (characters: number) => 'x'.repeat(characters + 1);

const passage = (words: string, id = 'q-n') => citePassage(id, 'c-a', [ARTICLE, words]);
const inArticle = ({ passages = [] }: Cite) => passages;
const around = (more: Partial<NonNullable<Cite['passages']>[number]>): Cite => ({
  ...cite('c-a'),
  passages: inArticle(passage('Shade is')).map((one) => ({ ...one, ...more })),
});
const cited = (operation: Cite = cite('c-a')) => ({ ...operation, type: 'claim.cited' }) as const;
const uncite = (...passages: string[]): Uncite => ({
  ...cite('c-a'),
  type: 'claim.uncite',
  ...(passages.length > 0 && { passages }),
});
const uncited = (more: { passages?: string[]; kept?: true } = {}) =>
  ({ ...cite('c-a'), type: 'claim.uncited', ...more }) as const;

const withArticle = (debate: DebateBuilder) => debate.does('olga', articleOf('s-a', ['', ARTICLE]));
const quoted = (debate: DebateBuilder) =>
  withArticle(debate).does('dana', passage('give shade', 'q-1'), passage('In winter', 'q-2'));
const citing = (debate: DebateBuilder) => debate.does('dana', cite('c-a'));
const own = (debate: DebateBuilder) => debate.does('olga', { type: 'debate.configure', wording: 'own' });
const keepSides = (team: string | null) => (debate: DebateBuilder) => {
  citing(debate).does('olga', { type: 'debate.configure', sides: 'own' });
  if (team) debate.does('dana', { type: 'team.choose', participantId: 'dana', team });
};
/** c-n, which cites so many sources. */
const citingMany = (count: number) => (debate: DebateBuilder) => {
  fillUp('sources', count + 1)(debate);
  const sources = Array.from({ length: count }, (_, at) => `copy-${at}`);
  debate.does('dana', newClaim('n', 'east', { sources }));
};
/** So many passages of c-a. */
const quotingMany = (count: number) => (debate: DebateBuilder) => {
  debate.does('olga', articleOf('s-a', ['', SENTENCES]));
  for (let at = 0; at < count; at += 1)
    debate.does('dana', citePassage(`q-x${at}`, 'c-a', [SENTENCES, `Sentence ${at} says`]));
};

/** The second “give shade” of the article. */
const elsewhere: Cite = { ...cite('c-a'), passages: [secondPlace()] };

function secondPlace() {
  const start = ARTICLE.lastIndexOf('give shade');
  const selectors = selectorsOf(ARTICLE, start, start + 'give shade'.length);
  return { id: 'q-n', ...(selectors ?? expect.fail('no place')) };
}

const inTwin = citePassage('q-n', 'c-a', [ARTICLE, 'give shade'], 's-b');
/** s-b has the same article as s-a, of which c-a cites passages. */
const twin = (debate: DebateBuilder) =>
  quoted(debate)
    .does('dana', { ...SOURCE, sourceId: 's-b' })
    .does('olga', articleOf('s-b', ['', ARTICLE]));
/** c-a cites as many sources as may be, s-b among them. */
const full = (debate: DebateBuilder) => {
  twin(debate).does('dana', cite('c-a', 's-b'));
  fillUp('sources', LIMITS.sourcesPerClaim)(debate);
  for (let at = 0; at < LIMITS.sourcesPerClaim - 2; at += 1) debate.does('dana', cite('c-a', `copy-${at}`));
};

const CITE: DecisionCase<Cite>[] = [
  ['of one’s own claim', 'dana', cite('c-a'), cited()],
  ['of another’s, where all word together', 'emil', cite('c-a'), cited()],
  ['a passage', 'dana', passage('give shade'), cited(passage('give shade')), withArticle],
  [
    'a passage of a cited source',
    'dana',
    passage('give shade'),
    cited(passage('give shade')),
    (d) => citing(withArticle(d)),
  ],
  [
    'a passage from another place',
    'dana',
    around({ start: 3, end: 11 }),
    cited(passage('Shade is')),
    withArticle,
  ],
  [
    'a passage cited already and another',
    'dana',
    { ...cite('c-a'), passages: [...inArticle(passage('give shade')), ...inArticle(passage('Shade is'))] },
    cited(passage('Shade is')),
    quoted,
  ],
  [
    'a passage twice',
    'dana',
    {
      ...cite('c-a'),
      passages: [...inArticle(passage('Shade is')), ...inArticle(passage('Shade is', 'q-o'))],
    },
    cited(passage('Shade is')),
    quoted,
  ],
  ['the words of a cited passage, elsewhere', 'dana', elsewhere, cited(elsewhere), quoted],
  ['a longer passage', 'dana', passage('give shade.'), cited(passage('give shade.')), quoted],
  ['a passage of another source with this text', 'dana', inTwin, cited(inTwin), twin],
  ['a passage, after as many sources as may be', 'dana', inTwin, cited(inTwin), full],
  ['the last one', 'dana', cite('c-n'), cited(cite('c-n')), citingMany(LIMITS.sourcesPerClaim - 1)],
  ['by a suggester', 'susi', cite('c-a'), 'not_allowed'],
  ['of another’s, where authors word alone', 'emil', cite('c-a'), 'not_allowed', own],
  ['of no claim', 'dana', cite('c-?'), 'unknown_claim'],
  ['no source', 'dana', cite('c-a', 's-?'), 'unknown_source'],
  ['of a locked claim', 'dana', cite('c-a'), 'locked', (d) => d.does('olga', lock('c-a'))],
  ['of a retracted claim', 'dana', cite('c-a'), 'claim_retracted', (d) => d.does('olga', retract('c-a'))],
  ['of a merged claim', 'dana', cite('c-a'), 'claim_merged', (d) => d.does('olga', merge('c-a', 'c-d'))],
  ['without a side', 'dana', cite('c-a'), 'no_team', keepSides(null)],
  ['of another side', 'dana', cite('c-a'), 'other_side', keepSides('west')],
  ['one too many', 'dana', cite('c-n'), 'too_many', citingMany(LIMITS.sourcesPerClaim)],
  ['again', 'dana', cite('c-a'), 'already_cited', citing],
  ['a passage again', 'dana', passage('give shade'), 'already_cited', quoted],
  [
    'a passage that is not there',
    'dana',
    citePassage('q-n', 'c-a', ['no such words', 'such']),
    'passage_gone',
    withArticle,
  ],
  ['a passage with the id of another', 'dana', passage('Shade is', 'q-1'), 'id_taken', quoted],
  [
    'a long passage',
    'dana',
    passage(long(LIMITS.passageUnits).replaceAll('x', 'w')),
    'text_too_long',
    withArticle,
  ],
  [
    'a passage with too much around it',
    'dana',
    around({ prefix: long(2 * LIMITS.contextUnits) }),
    'text_too_long',
    withArticle,
  ],
  [
    'a passage too many',
    'dana',
    citePassage('q-n', 'c-a', [SENTENCES, 'Sentence 24 says']),
    'too_many',
    quotingMany(LIMITS.passagesPerClaim),
  ],
];

const UNCITE: DecisionCase<Uncite>[] = [
  ['with all passages', 'dana', uncite(), uncited(), quoted],
  ['one of two passages', 'dana', uncite('q-1'), uncited({ passages: ['q-1'], kept: true }), quoted],
  ['both passages', 'dana', uncite('q-1', 'q-2'), uncited({ passages: ['q-1', 'q-2'] }), quoted],
  [
    'both passages, not the source',
    'dana',
    { ...uncite('q-2', 'q-1'), keeps: true },
    uncited({ passages: ['q-1', 'q-2'], kept: true }),
    quoted,
  ],
  [
    'a passage and one that is not cited',
    'dana',
    uncite('q-1', 'q-?'),
    uncited({ passages: ['q-1'], kept: true }),
    quoted,
  ],
  ['of another’s, where all word together', 'emil', uncite(), uncited(), citing],
  ['of another’s, where authors word alone', 'emil', uncite(), 'not_allowed', (d) => own(citing(d))],
  ['of no claim', 'dana', { ...uncite(), claimId: 'c-?' }, 'unknown_claim'],
  ['no source', 'dana', { ...uncite(), sourceId: 's-?' }, 'unknown_source'],
  ['of a locked claim', 'dana', uncite(), 'locked', (d) => citing(d).does('olga', lock('c-a'))],
  [
    'of a retracted claim',
    'dana',
    uncite(),
    'claim_retracted',
    (d) => citing(d).does('olga', retract('c-a')),
  ],
  ['of a merged claim', 'dana', uncite(), 'claim_merged', (d) => citing(d).does('olga', merge('c-a', 'c-d'))],
  ['of another side', 'dana', uncite(), 'other_side', keepSides('west')],
  ['what is not cited', 'dana', uncite(), 'not_cited'],
  ['a passage that is not cited', 'dana', uncite('q-3'), 'not_cited', quoted],
];

const add = (more: Partial<Add> = {}): Add => ({ ...SOURCE, sourceId: 's-n', ...more });
const added = (more: Partial<Add> & { embargoed?: true } = {}) =>
  ({ ...add(), ...more, type: 'source.added' }) as const;

const ADD: DecisionCase<Add>[] = [
  ['of the web', 'dana', add(), added()],
  ['not of the web', 'olga', add({ url: '', locator: '' }), added({ url: '', locator: '' })],
  [
    'of the web, without a lock',
    'dana',
    add({ url: 'http://example.org/' }),
    added({ url: 'http://example.org/' }),
  ],
  [
    'while claims are hidden',
    'dana',
    add(),
    added({ embargoed: true }),
    (d) => d.does('olga', setAgenda([WRITING]), turnTo(WRITING.id)),
  ],
  ['by a suggester', 'susi', add(), 'not_allowed'],
  ['in a locked debate', 'dana', add(), 'locked', (d) => d.does('olga', lock('*'))],
  ['without a title', 'dana', add({ title: ' ' }), 'text_empty'],
  ['with a long title', 'dana', add({ title: long(LIMITS.sourceTitleCharacters) }), 'text_too_long'],
  [
    'with a long address',
    'dana',
    add({ url: `https://example.org/${long(LIMITS.sourceUrlCharacters)}` }),
    'text_too_long',
  ],
  ['with a long place', 'dana', add({ locator: long(LIMITS.sourceLocatorCharacters) }), 'text_too_long'],
  ['with a long excerpt', 'dana', add({ excerpt: long(LIMITS.newSourceTextCharacters) }), 'text_too_long'],
  ['with a long note', 'dana', add({ note: long(LIMITS.newSourceTextCharacters) }), 'text_too_long'],
  ['at an address that does something', 'dana', add({ url: 'javascript:alert(1)' }), 'invalid'],
  ['at no address', 'dana', add({ url: 'somewhere' }), 'invalid'],
  ['with the id of another', 'dana', add({ sourceId: 's-a' }), 'id_taken'],
  ['with the id of a claim', 'dana', add({ sourceId: 'c-a' }), 'id_taken'],
  ['one too many', 'dana', add(), 'too_many', fillUp('sources', LIMITS.sources)],
];

describeDecisions('claim.cite', CITE);
describeDecisions('claim.uncite', UNCITE);
describeDecisions('source.add', ADD);
