import { decide } from '../../debate/engine/decide.ts';
import { type LogEntry, SYSTEM } from '../../debate/engine/entries.ts';
import { evolveAll } from '../../debate/engine/evolve.ts';
import { LIMITS } from '../../debate/engine/limits.ts';
import type { Operation } from '../../debate/engine/operations.ts';
import type { Rejection } from '../../debate/engine/rejections.ts';
import { EMPTY_STATE } from '../../debate/engine/state.ts';
import { toLogEntries } from '../../debate/engine/to-log-entries.ts';
import { textProblem } from '../../debate/texts/wording.ts';
import { diffText } from '../../ot/text-change.ts';
import type { NewOwner } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { textReason } from '../sentences.ts';
import type { Template } from './template-schema.ts';

/** An operation, and the part of the template that asks for it. */
type Step = readonly [part: string, operation: Operation];

/**
 * The log of a debate started from a template: its owner submits the operations that set its parts. What one of them would be refused for
 * is the file's error. A template without a motion takes its title.
 */
export function entriesOfTemplate(template: Template, { ownerId, visibility, now }: NewOwner): LogEntry[] {
  checkTexts(template);
  let state = EMPTY_STATE;
  const entries: LogEntry[] = [];
  for (const [part, operation] of stepsOf(template, ownerId, visibility)) {
    const decision = decide(state, operation, { id: ownerId, role: 'system' });
    if (!decision.ok) throw new FormatError('over_limit', null, `${part}: ${reasonOf(decision.rejection)}`);
    const stamped = toLogEntries(state, decision.effects, { actor: SYSTEM, author: ownerId }, now);
    state = evolveAll(state, stamped);
    entries.push(...stamped);
  }
  return entries;
}

/** Refuses texts that no operation for a new debate checks. */
function checkTexts({ about, settings: { reasons = [] } }: Template): void {
  const texts = [
    ['about', textProblem(about, LIMITS.templateAboutCharacters, 'allowed')] as const,
    ...reasons.map(
      (reason, index) =>
        [`settings.reasons[${index}]`, textProblem(reason, LIMITS.reasonCharacters)] as const,
    ),
  ];
  for (const [part, problem] of texts)
    if (problem) throw new FormatError('over_limit', null, `${part}: ${textReason(problem)}`);
}

function reasonOf(rejection: Rejection): string {
  const { code, limit } = rejection;
  switch (code) {
    case 'too_many':
      return `more than ${limit}`;
    case 'tasks_full':
      return `more than ${limit} tasks`;
    case 'options_missing':
      return `fewer than ${limit} options`;
    case 'articles_full':
      return `more than ${limit} characters in all texts`;
    case 'invalid':
      return 'not a web address';
    default:
      return textReason(rejection);
  }
}

function* stepsOf(template: Template, ownerId: string, visibility: NewOwner['visibility']): Generator<Step> {
  const { title, settings, agenda, positions, polls, texts } = template;
  const motion = template.motion || title;
  yield [
    'title, motion',
    { type: 'debate.create', title, motion, visibility, settings: { ...settings, template: false }, ownerId },
  ];
  for (const [index, position] of positions.entries())
    yield [
      `positions[${index}]`,
      { type: 'position.add', positionId: `p_position${index + 1}`, ...position },
    ];
  if (agenda.length > 0) {
    const phases = agenda.map(({ tasks: _, ...phase }, index) => ({ id: phaseId(index), ...phase }));
    yield ['agenda', { type: 'agenda.set', phases, base: 0 }];
    yield* taskSteps(agenda);
  }
  for (const [index, poll] of polls.entries()) {
    const pollId = `q_poll${index + 1}`;
    yield [`polls[${index}]`, { type: 'poll.open', pollId, kind: 'quick', ...poll, prepared: true }];
  }
  for (const [index, { title: name, url, locator, text }] of texts.entries()) {
    const [part, sourceId] = [`texts[${index}]`, `s_text${index + 1}`];
    yield [part, { type: 'source.add', sourceId, title: name, url, locator, excerpt: '', note: '' }];
    if (text === '') continue;
    yield [part, { type: 'article.edit', sourceId, base: 1, change: diffText('', text) }];
    yield [part, { type: 'text.seal', text: `${sourceId}.article` }];
  }
}

function* taskSteps(agenda: Template['agenda']): Generator<Step> {
  let count = 0;
  for (const [index, { tasks = [] }] of agenda.entries())
    for (const task of tasks) {
      count += 1;
      const due = { phaseId: phaseId(index) };
      yield [`agenda[${index}].tasks`, { type: 'task.add', taskId: `t_task${count}`, ...task, due }];
    }
}

function phaseId(index: number): string {
  return `ph_${index + 1}`;
}
