import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { readFormat } from '#domain/formats/formats.ts';
import { bytesOf, writtenText } from '../../support/exchanged.ts';
import { problemOf } from '../../support/format-problem.ts';
import { fullDebateForExport } from '../../support/full-debate.ts';

type Records = Record<string, Record<string, unknown>[]>;

let text = '';
/** Why the full debate as Parley JSON is refused once something in it was changed. */
function problemAfter(change: (debate: Records) => void): Promise<string | null> {
  text ||= writtenText('parley', fullDebateForExport());
  const file = JSON.parse(text);
  change(file.debate);
  return problemOf(() => readFormat('parley', bytesOf(JSON.stringify(file))));
}

const find = (records: Record<string, unknown>[] | undefined, id: string) =>
  records?.find((record) => record.id === id) ?? {};
const without = (debate: Records, list: string, id: string) => {
  debate[list] = debate[list]?.filter((record) => record.id !== id) ?? [];
};

describe('a debate in Parley JSON that no log could have led to is refused:', () => {
  test('unchanged, it is read', async () => {
    expect(await problemAfter(() => {})).toBeNull();
  });

  test.each<[string, (debate: Records) => void]>([
    [
      'link l-a has no target',
      ({ links }) => Object.assign(find(links, 'l-a'), { target: { kind: 'position', id: 'gone' } }),
    ],
    [
      'link l-b has no target',
      ({ links }) => Object.assign(find(links, 'l-b'), { target: { kind: 'claim', id: 'x-a' } }),
    ],
    [
      'link l-u has no target',
      ({ links }) => Object.assign(find(links, 'l-u'), { target: { kind: 'link', id: 'c-b' } }),
    ],
    ['link x-b has no source claim', ({ links }) => Object.assign(find(links, 'x-b'), { from: 'gone' })],
    ['link x-a is not the place of c-d', ({ links }) => Object.assign(find(links, 'x-a'), { parent: true })],
    ['link l-d is not the place of c-d', ({ links }) => Object.assign(find(links, 'l-d'), { parent: false })],
    ['claim c-l has no place', (debate) => without(debate, 'links', 'l-l')],
    ['claim c-a cites a missing source', (debate) => without(debate, 'sources', 's-b')],
    [
      'claim c-f has a missing position',
      ({ claims }) => Object.assign(find(claims, 'c-f'), { positionId: 'gone' }),
    ],
    [
      'claim c-sm is by the team of a missing position',
      ({ claims }) =>
        Object.assign(find(claims, 'c-sm'), { steelman: { by: 'gone', recognized: [], answers: [] } }),
    ],
    [
      'article s-n has no source',
      ({ articles }) => articles?.push({ id: 's-n', text: '', version: 1, editedAt: 1 }),
    ],
    [
      'c-b cites a passage of a missing source',
      ({ citations }) => Object.assign(find(citations, 'c-a'), { id: 'c-b' }),
    ],
    [
      'comment m-r replies to none in the same place',
      ({ comments }) => Object.assign(find(comments, 'm-r'), { replyTo: 'gone' }),
    ],
    [
      'comment m-r replies to none in the same place',
      ({ comments }) => Object.assign(find(comments, 'm-r'), { replyTo: 'm-p' }),
    ],
    [
      'comment m-r has no target',
      ({ comments }) => Object.assign(find(comments, 'm-r'), { on: { kind: 'claim', id: 'l-a' } }),
    ],
    [
      'comment m-p has no target',
      ({ comments }) => Object.assign(find(comments, 'm-p'), { on: { kind: 'link', id: 'east' } }),
    ],
    [
      'c-k is merged into a missing claim',
      ({ merges }) => Object.assign(find(merges, 'c-k'), { into: 'gone' }),
    ],
    [
      'gone is merged into a missing claim',
      ({ merges }) => Object.assign(find(merges, 'c-k'), { id: 'gone' }),
    ],
    [
      'c-l is part of a missing claim',
      ({ splits }) =>
        splits?.push({
          id: 'c-l',
          from: 'gone',
          at: 1,
          seq: 1,
          by: 'olga',
          whole: 'w',
          left: 'l',
          joined: false,
        }),
    ],
    [
      'gone is part of a missing claim',
      ({ splits }) =>
        splits?.push({
          id: 'gone',
          from: 'c-l',
          at: 1,
          seq: 1,
          by: 'olga',
          whole: 'w',
          left: 'l',
          joined: false,
        }),
    ],
    ['c-l was made from a missing comment', ({ origins }) => origins?.push({ id: 'c-l', comment: 'gone' })],
    ['gone was made from a missing comment', ({ origins }) => origins?.push({ id: 'gone', comment: 'm-a' })],
    [
      'question u-q is merged into a missing question',
      ({ questions }) => Object.assign(find(questions, 'u-q'), { into: 'u-q' }),
    ],
    [
      'question u-q is merged into a missing question',
      ({ questions }) => Object.assign(find(questions, 'u-q'), { into: 'gone' }),
    ],
    [
      'signature n-o is for a missing position',
      ({ signatures }) => Object.assign(find(signatures, 'n-o'), { positionId: 'gone' }),
    ],
    ['a vote is on a missing claim: gone', ({ votes }) => votes?.push(['gone', 'dana', 'agree', 1] as never)],
    [
      'claim c-b is under itself',
      ({ links }) => Object.assign(find(links, 'l-a'), { target: { kind: 'claim', id: 'c-b' } }),
    ],
    [
      'claim c-b is under itself',
      ({ links }) => Object.assign(find(links, 'l-b'), { target: { kind: 'link', id: 'l-u' } }),
    ],
    [
      'claim c-d is under itself',
      ({ merges }) => merges?.push({ id: 'c-d', into: 'c-l', at: 1, by: 'olga' }),
    ],
  ])('%s', async (problem, change) => {
    expect(await problemAfter(change)).toBe(`malformed: ${problem}`);
  });

  test('a claim without a place is allowed if it is merged into another', async () => {
    expect(await problemAfter((debate) => without(debate, 'links', 'l-k'))).toBeNull();
  });

  test.each([
    ['positions', LIMITS.positions],
    ['sources', LIMITS.sources],
    ['participants', LIMITS.participants],
  ])('more %s than a debate holds', async (list, limit) => {
    const what = list === 'participants' ? 'people' : list;
    const filled = (length: number) => (debate: Records) => {
      const [first, ...rest] = debate[list] ?? [];
      const copies = Array.from({ length: length - rest.length - 1 }, (_, at) => ({
        ...first,
        id: `more-${at}`,
      }));
      debate[list] = [first ?? {}, ...rest, ...copies];
    };
    expect(await problemAfter(filled(limit + 1))).toBe(`too_many: ${limit} ${what}`);
    expect(await problemAfter(filled(limit))).toBeNull();
  });

  test('claims below each other, more than twice as deep as people may place them', async () => {
    const chain = (length: number) => (debate: Records) => {
      for (let at = 0; at < length; at += 1) {
        const target = at === 0 ? { kind: 'position', id: 'east' } : { kind: 'claim', id: `c-deep${at - 1}` };
        debate.claims?.push({ ...find(debate.claims, 'c-j'), id: `c-deep${at}`, parentLink: `l-deep${at}` });
        debate.links?.push({ ...find(debate.links, 'l-j'), id: `l-deep${at}`, from: `c-deep${at}`, target });
      }
    };
    expect(await problemAfter(chain(2 * LIMITS.depth))).toBeNull();
    expect(await problemAfter(chain(2 * LIMITS.depth + 1))).toBe('too_deep: 60');
  });
});
