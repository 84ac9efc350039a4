import { academicControversy } from './academic-controversy.ts';
import { citizensJury } from './citizens-jury.ts';
import { fishbowl } from './fishbowl.ts';
import { jigsaw } from './jigsaw.ts';
import { oxford } from './oxford.ts';
import { peerReview } from './peer-review.ts';
import { policyMemo } from './policy-memo.ts';
import { worldCafe } from './world-cafe.ts';

/** The facilitator’s guides to the debate formats. On the server only: see `messages.ts`. */
export const guides = {
  kicker: 'Debate format',
  start: 'Start this debate',
  template: 'Download the template',
  facts: '{people} · {minutes, plural, one {# minute} other {# minutes}}',
  purpose: 'What it’s for',
  materials: 'What you need',
  before: 'Before people arrive',
  minuteByMinute: 'Minute by minute',
  minutes: 'Minutes {from}–{to}',
  shown: 'On everyone’s screen',
  facilitator: 'You',
  parley: 'Parley',
  hazards: 'What can go wrong',
  variants: 'Variants',
  sources: 'Sources',
  others: 'Other formats',
  of: {
    oxford,
    'academic-controversy': academicControversy,
    fishbowl,
    jigsaw,
    'world-cafe': worldCafe,
    'citizens-jury': citizensJury,
    'policy-memo': policyMemo,
    'peer-review': peerReview,
  },
};
