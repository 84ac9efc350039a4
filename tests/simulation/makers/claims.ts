import type { OperationOf } from '../../../domain/debate/engine/operations.ts';
import type { DebateState } from '../../../domain/debate/engine/state.ts';
import { type Claim, REACTIONS } from '../../../domain/debate/map/claim.ts';
import type { Link } from '../../../domain/debate/map/link.ts';
import { SCHEMES } from '../../../domain/debate/map/scheme.ts';
import { ANSWERS } from '../../../domain/debate/votes/vote.ts';
import type { Chooser, MakersOf } from './chooser.ts';

/** Operations on claims, their links and their votes. */
export const CLAIM_MAKERS: MakersOf<
  | 'claim.add'
  | 'claim.move'
  | 'claim.retract'
  | 'claim.restore'
  | 'claim.react'
  | 'claim.merge'
  | 'claim.unmerge'
  | 'claim.split'
  | 'claim.join'
  | 'link.add'
  | 'link.retract'
  | 'link.restore'
  | 'link.weigh'
  | 'link.setScheme'
  | 'link.answerQuestion'
  | 'vote.cast'
  | 'vote.withdraw'
> = {
  'claim.add': (choose, view) => {
    const target = choose.target(view);
    const link = target.kind === 'link';
    const [claimId, linkId] = [choose.id('c'), choose.id('l')];
    const positionId = choose.random.pick([...view.positions.keys(), null]) ?? null;
    const relation = link ? 'attack' : choose.relation();
    const after = choose.after(view, target);
    return {
      type: 'claim.add',
      claimId,
      linkId,
      target,
      relation,
      positionId,
      text: choose.text(),
      ...after,
    };
  },
  'claim.move': (choose, view) => {
    const claim = choose.claim(view);
    const target = choose.target(view);
    const relation = target.kind === 'link' ? 'attack' : choose.relation();
    return (
      claim && { type: 'claim.move', claimId: claim.id, target, relation, ...choose.after(view, target) }
    );
  },
  // With a reason most of the time: someone else's claim is not retracted without.
  'claim.retract': (choose, view) => {
    const claim = choose.claim(view);
    const reason = choose.random.chance(0.9)
      ? choose.random.pick(view.head?.settings.reasons ?? [])
      : undefined;
    return claim && { type: 'claim.retract', claimId: claim.id, ...(reason !== undefined && { reason }) };
  },
  'claim.restore': (choose, view) => {
    const claim = choose.claim(view, ({ retracted }) => retracted);
    return claim && { type: 'claim.restore', claimId: claim.id };
  },
  'claim.react': (choose, view) => {
    const claim = choose.claim(view);
    return (
      claim && {
        type: 'claim.react',
        claimId: claim.id,
        reaction: choose.random.pick([...REACTIONS, null]) ?? null,
      }
    );
  },
  'claim.merge': (choose, view) => {
    const [claim, into] = [choose.claim(view), choose.claim(view)];
    return claim && into && { type: 'claim.merge', claimId: claim.id, into: into.id };
  },
  'claim.unmerge': (choose, view) => {
    const claimId = choose.random.pick([...view.merges.keys()]);
    return claimId === undefined ? null : { type: 'claim.unmerge', claimId };
  },
  'claim.split': (choose, view) => {
    const claim = choose.claim(view, ({ text }) => text.includes(' '));
    return claim && splitOf(choose, view, claim);
  },
  'claim.join': (choose, view) => {
    const part = choose.random.pick([...view.splits.values()].filter(({ joined }) => !joined));
    return part === undefined ? null : { type: 'claim.join', claimId: part.from, parts: [part.id] };
  },
  'link.add': (choose, view) => {
    const from = choose.claim(view)?.id;
    return from
      ? { type: 'link.add', linkId: choose.id('x'), from, target: choose.target(view), relation: 'attack' }
      : null;
  },
  'link.retract': (choose, view) => {
    const link = crossLink(choose, view, false);
    return link && { type: 'link.retract', linkId: link.id };
  },
  'link.restore': (choose, view) => {
    const link = crossLink(choose, view, true);
    return link && { type: 'link.restore', linkId: link.id };
  },
  'link.weigh': (choose, view) => {
    const link = choose.random.pick([...view.links.values()]);
    const weight = choose.random.pick([null, 0, 1, 2, 3, 4]) ?? null;
    return link ? { type: 'link.weigh', linkId: link.id, weight } : null;
  },
  'link.setScheme': (choose, view) => {
    const link = choose.random.pick([...view.links.values()]);
    const scheme = choose.random.pick([...SCHEMES, null]) ?? null;
    return link ? { type: 'link.setScheme', linkId: link.id, scheme } : null;
  },
  'link.answerQuestion': (choose, view) => {
    const link = choose.random.pick([...view.links.values()].filter(({ scheme }) => scheme));
    if (!link?.scheme) return null;
    const question = choose.random.pick([1, 2, 3, 4, 5]) ?? 1;
    return {
      type: 'link.answerQuestion',
      linkId: link.id,
      scheme: link.scheme,
      question,
      answered: !link.answeredQuestions?.includes(question),
    };
  },
  'vote.cast': (choose, view) => {
    const claim = choose.claim(view);
    const answer = choose.random.pick(ANSWERS) ?? 'pass';
    return claim && { type: 'vote.cast', claimId: claim.id, answer, wording: claim.wording };
  },
  'vote.withdraw': (choose, view) => {
    const claim = choose.claim(view, ({ id }) => view.votes.has(id));
    return claim && { type: 'vote.withdraw', claimId: claim.id };
  },
};

function crossLink({ random }: Chooser, { links }: DebateState, isRetracted: boolean): Link | null {
  const fit = [...links.values()].filter(({ parent, retracted }) => !parent && retracted === isRetracted);
  return random.pick(fit) ?? null;
}

/** The first word stays, or a part that was joined again is split off as it was. */
function splitOf(
  choose: Chooser,
  view: DebateState,
  { id: claimId, text: was }: Claim,
): OperationOf<'claim.split'> {
  const joined = choose.random.pick(
    [...view.splits.values()].filter(({ from, joined }) => joined && from === claimId),
  );
  const link = joined && view.claims.get(joined.id)?.parentLink;
  const [first = '', ...rest] = was.split(' ');
  const under = (view.childLinks.get(claimId) ?? []).flatMap((id) => view.links.get(id)?.from ?? []);
  const takes = under.filter(() => choose.random.chance(0.5));
  const part =
    joined && link !== undefined && choose.random.chance(0.7)
      ? { claimId: joined.id, linkId: link, text: view.claims.get(joined.id)?.text ?? '', takes }
      : { claimId: choose.id('c'), linkId: choose.id('l'), text: rest.join(' '), takes };
  return { type: 'claim.split', claimId, was, text: first, parts: [part] };
}
