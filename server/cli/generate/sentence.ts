import type { Random } from './random.ts';

const SUBJECTS = [
  'The council',
  'A larger city',
  'Every school in the district',
  'The ferry company',
  'Whoever pays for the bridge',
  'The night bus',
  'A library without fines',
  'The harbour',
  'Half of the residents',
  'A four-day week',
];
const VERBS = [
  'would save',
  'cannot carry',
  'already pays for',
  'depends on',
  'loses',
  'should measure',
  'rewards',
];
const OBJECTS = [
  'the cost of a winter like the last one',
  'the people who work at night',
  'what the survey counted twice',
  'a third of the traffic',
  'rents near the station',
  'time that nobody puts a price on',
  'the trust of small shops',
];
const ENDINGS = [
  'as the figures of two other towns show',
  'even if the first year looks worse',
  'unless somebody maintains it',
  'which is the point of the motion',
  'and that can be tested within a year',
  'though not for everyone alike',
];
const OTHER_SCRIPTS = [
  '这项措施在第一年可能更贵，但之后会更便宜。',
  'قد تكون التكلفة أعلى في السنة الأولى ثم تنخفض.',
];

/** A made-up claim that reads like a real one: mostly English of varying length, sometimes Chinese or Arabic. */
export function sentence(random: Random): string {
  if (random.chance(0.03)) return random.pick(OTHER_SCRIPTS);
  const core = `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(OBJECTS)}`;
  return random.chance(0.6) ? `${core}, ${random.pick(ENDINGS)}.` : `${core}.`;
}
