import {
  aDebate,
  answer,
  articleOf,
  citePassage,
  closePoll,
  comment,
  crossLink,
  type DebateBuilder,
  form,
  giveBack,
  hide,
  hold,
  join,
  lock,
  mark,
  merge,
  newClaim,
  quickPoll,
  report,
  retract,
  returnWording,
  SOURCE,
  settle,
  split,
  stancePoll,
  suggest,
  turnGroup,
} from '../debate-builder.ts';
import { speaksFor } from '../made-conclusion.ts';
import { ask, mergeQuestion, withdrawQuestion } from '../made-questions.ts';
import { withSteelmen } from '../made-steelmen.ts';
import { addTask } from '../made-tasks.ts';
import { setAgenda, turnTo } from '../phased-debate.ts';
import { textPoll } from '../polls.ts';
import { commentEdit, edit, light, setScheme, vote } from './made-operations.ts';
import { AGENDA, ARTICLE, PART_AGAIN } from './pair-cases.ts';

/**
 * `aDebate()` and, beside c-d in the west: c-e, c-f and c-g, where c-e argues from cause and cites s-a and has votes of moderators; the retracted
 * claims c-q and c-r; the standing cross-link x-b (c-a to c-g); the retracted x-r and x-s, both from c-b to c-d; the
 * withdrawn comments m-w and m-v; c-s and the comment m-s, reworded and not sealed yet; the hidden c-h and m-h; c-i and m-p, a reply to m-a, which
 * wait, and c-j, which was returned; the
 * lock on c-f alone; an agenda whose phase p-open, in which everything may be done, is on; c-k, which was merged into c-g; c-w, of which c-x was split off, and c-y, to which its part c-z was joined
 * again; the closed polls p-b on the motion and p-r, the open p-o with answers of moderators; the raised hand of dana
 * and the invitation of susi, while mona speaks; the article of s-a, of which c-e cites a passage; the questions u-a of emil and u-b of dana, dana's u-c merged into u-b and her withdrawn u-w; susi's suggestions w-o and w-p for c-e, which wait, and
 * w-z, which was returned; the tasks t-a, until a later time, and t-b, of the phase p-open; the light on mona's c-l; the groups g-a of susi and
 * g-b of nobody, and g-c of dana, which is closed; a meeting that goes on; olga and mona speak for the west; dana's c-a and m-a marked as unclear; the reports r-o and r-p of otto, r-q of susi and r-z, which is dealt with; the steelmen of the west c-sp, which olga and mona answered, and c-st, which was recorded.
 */
export function aBusyDebate(): DebateBuilder {
  return withSteelmen(busyDebate());
}

function busyDebate(): DebateBuilder {
  return aDebate()
    .does('dana', { ...SOURCE, sourceId: 's-b' })
    .does('emil', newClaim('e', 'west', { text: 'eight nine', sources: ['s-a'] }))
    .does('emil', newClaim('f', 'west'), newClaim('g', 'west'))
    .does('dana', newClaim('q', 'east'), newClaim('r', 'east'), retract('c-q'), retract('c-r'))
    .does('emil', crossLink('x-b', 'c-a', 'c-g'))
    .does('emil', crossLink('x-r', 'c-b', 'c-d'), { type: 'link.retract', linkId: 'x-r' })
    .does('emil', crossLink('x-s', 'c-b', 'c-d'), { type: 'link.retract', linkId: 'x-s' })
    .does('dana', comment({ commentId: 'm-w' }), { type: 'comment.withdraw', commentId: 'm-w' })
    .does('dana', comment({ commentId: 'm-v' }), { type: 'comment.withdraw', commentId: 'm-v' })
    .does('emil', newClaim('s', 'west', { text: 'ten eleven' }), edit('c-s', 'ten eleven', 'ten twelve'))
    .does('dana', comment({ commentId: 'm-s' }), commentEdit('m-s', 'So?', 'So what?'))
    .does('emil', newClaim('h', 'west'), newClaim('i', 'west'), newClaim('j', 'west'))
    .does('dana', comment({ commentId: 'm-h' }), comment({ commentId: 'm-p', replyTo: 'm-a' }))
    .does('olga', hold('c-i', 'c-j', 'm-p'), giveBack('c-j'))
    .does('olga', hide('c-h', 'm-h'), lock('c-f'))
    .does('olga', mark('c-a', 'unclear'), mark('m-a', 'unclear'))
    .does('otto', report('r-o', 'c-e'), report('r-p', 'c-f'), report('r-z', 'c-d'))
    .does('susi', report('r-q', 'c-e'))
    .does('olga', articleOf('s-a', ['', ARTICLE]), citePassage('q-e', 'c-e', [ARTICLE, 'Trees give']))
    .does('susi', suggest('w-o', 'c-e', ['eight nine', 'eight nine ten']))
    .does('susi', suggest('w-p', 'c-e', ['eight nine', 'eleven nine']))
    .does('susi', suggest('w-z', 'c-e', ['eight nine', 'nine eight']))
    .does('emil', returnWording('w-z'))
    .does('olga', settle('no_action', 'r-z'))
    .does('olga', setAgenda(AGENDA), turnTo('p-open'))
    .does('olga', vote('c-e', 'agree'))
    .does('mona', vote('c-e', 'pass'))
    .does('dana', newClaim('k', 'west'), newClaim('w', 'east', { text: 'ten eleven' }))
    .does('dana', newClaim('y', 'west', { text: 'twelve thirteen' }))
    .does('dana', split('c-w', ['ten eleven', 'ten'], { key: 'x', text: 'eleven' }), PART_AGAIN)
    .does('olga', merge('c-k', 'c-g'), join('c-y', 'c-z'))
    .does('olga', form('a', 'susi'), form('b'), form('c', 'dana'), turnGroup('c', 'closed'))
    .does('olga', stancePoll('p-b', 'before'), closePoll('p-b'))
    .does('olga', quickPoll('p-r'), closePoll('p-r'), quickPoll('p-o'), answer('p-o', 0))
    .does('olga', textPoll('p-t'))
    .does('mona', answer('p-o', 0))
    .does('emil', ask('u-a'))
    .does('dana', ask('u-b'), ask('u-c'), ask('u-w'), withdrawQuestion('u-w'))
    .does('olga', mergeQuestion('u-c', 'u-b'))
    .does('emil', setScheme('l-e', 'cause'))
    .does('emil', setScheme('x-a', 'cause'))
    .does('dana', setScheme('l-a', 'cause', [2]))
    .does('olga', addTask('t-a'), addTask('t-b', 'votes', 2, { phaseId: 'p-open' }))
    .does('olga', speaksFor('olga', 'west'), speaksFor('mona', 'west'))
    .does('mona', newClaim('l', 'east'))
    .does('dana', { type: 'hand.raise' })
    .does('olga', { type: 'floor.give', to: 'mona', seconds: 60 }, light('c-l'))
    .does('olga', { type: 'floor.invite', participantId: 'susi' });
}
