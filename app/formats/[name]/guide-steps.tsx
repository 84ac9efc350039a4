import { pollKindOf } from '#domain/debate/agenda/phase-poll.ts';
import type { Template } from '#domain/formats/template/template-schema.ts';
import { Note } from '../../_ui/layout/note.tsx';
import { catalogue, messages } from '../../_ui/messages/messages.ts';
import styles from './guide.module.css';

type TemplatePhase = Template['agenda'][number];

interface GuideStepsProps {
  readonly agenda: readonly TemplatePhase[];
  /** The facilitator's part in each phase. */
  readonly steps: readonly string[];
}

/** Each phase with its minutes: what everyone reads on their screen, what the facilitator does, and what Parley does. */
export function GuideSteps({ agenda, steps }: GuideStepsProps) {
  const t = messages('guides');
  const kinds = messages('agenda');
  const tasks = messages('tasks');
  return (
    <ol className={styles.steps}>
      {agenda.map((phase, index) => (
        <li key={phase.title} className={styles.step}>
          <Note as="span">
            <span className={styles.minutes}>{t('minutes', minutesOfStep(agenda, index))}</span>
          </Note>
          <h3>{phase.title || kinds(`kind.${phase.kind}`)}</h3>
          <dl>
            <dt>{t('shown')}</dt>
            <dd className={styles.shown}>{phase.note}</dd>
            <dt>{t('facilitator')}</dt>
            <dd>{steps[index]}</dd>
            <dt>{t('parley')}</dt>
            <dd>{sentencesOf(phase).join(' ')}</dd>
            {phase.tasks && (
              <>
                <dt>{tasks('title')}</dt>
                <dd>{phase.tasks.map(({ kind, count }) => tasks(`asks.${kind}`, { count })).join(' · ')}</dd>
              </>
            )}
          </dl>
        </li>
      ))}
    </ol>
  );
}

/** The minutes at which a phase begins and ends. */
function minutesOfStep(agenda: readonly TemplatePhase[], at: number): { from: number; to: number } {
  const from = agenda.slice(0, at).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  return { from, to: from + (agenda[at]?.minutes ?? 0) };
}

/** Sentences on Parley's part in a phase, as its settings say. */
function sentencesOf(phase: TemplatePhase): string[] {
  const { kind, may, hides, minutes } = phase;
  const t = messages('templates');
  const agenda = messages('agenda');
  const poll = pollKindOf(phase);
  const doings = new Intl.ListFormat(catalogue().locale).format(
    may.map((doing) => agenda('doing', { doing })),
  );
  return [
    poll && t('poll', { kind: poll }),
    kind === 'guided_vote' && t('guided'),
    may.length > 0 ? t('can', { doings }) : t('cannot'),
    hides.length > 0 && agenda('hidden', { hidden: hides.length > 1 ? 'both' : (hides[0] ?? 'both') }),
    minutes !== null && t('timer', { minutes }),
  ].filter((sentence) => typeof sentence === 'string');
}
