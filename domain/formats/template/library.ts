import academicControversy from './library/academic-controversy.json' with { type: 'json' };
import citizensJury from './library/citizens-jury.json' with { type: 'json' };
import fishbowl from './library/fishbowl.json' with { type: 'json' };
import jigsaw from './library/jigsaw.json' with { type: 'json' };
import oxford from './library/oxford.json' with { type: 'json' };
import peerReview from './library/peer-review.json' with { type: 'json' };
import policyMemo from './library/policy-memo.json' with { type: 'json' };
import worldCafe from './library/world-cafe.json' with { type: 'json' };
import { checkTemplate } from './read-template.ts';
import type { Template } from './template-schema.ts';

/** The templates that come with Parley, as their files contain them. */
const FILES = {
  oxford,
  'academic-controversy': academicControversy,
  fishbowl,
  jigsaw,
  'world-cafe': worldCafe,
  'citizens-jury': citizensJury,
  'policy-memo': policyMemo,
  'peer-review': peerReview,
} as const;

/** A debate format: a template that comes with Parley, and has a facilitator's guide. */
export type DebateFormat = keyof typeof FILES;

export const DEBATE_FORMATS = Object.keys(FILES) as DebateFormat[];

/** The debate format with this name, or null. */
export function findDebateFormat(name: string): DebateFormat | null {
  return DEBATE_FORMATS.find((one) => one === name) ?? null;
}

const checked = new Map<DebateFormat, Template>();

/** The template of a debate format, checked as any other file is. */
export function templateOfFormat(name: DebateFormat): Template {
  const template = checked.get(name) ?? checkTemplate(FILES[name]);
  checked.set(name, template);
  return template;
}
