'use client';

import { useRef } from 'react';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { roleReasonOf } from '../../core/commands/role-reason.ts';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { SidePane } from '../../core/view/side-pane.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { AskForm } from './ask-form.tsx';
import { QuestionItem } from './question-item.tsx';
import styles from './questions.module.css';
import { useIsSupportHidden, useQuestions } from './use-questions.ts';

/** Questions from the floor: asking one, supporting others', and, for moderators, what becomes of each. */
export default function QuestionsPane() {
  const t = useMessages('questions');
  const acts = useViewActs();
  const mayAsk = useMay('question.ask');
  const questions = useQuestions();
  const isHidden = useIsSupportHidden();
  const isSecret = useBoard(({ replica }) => replica.view.head?.settings.ballots !== 'open');
  const open = questions.filter(({ answered }) => !answered);
  const answered = questions.filter((question) => question.answered);
  const list = useRef<HTMLOListElement>(null);
  const leaving = useFocusAfterAct(list, `${open.length} ${answered.length}`);
  return (
    <SidePane
      className={styles.pane}
      label={t('title')}
      closeLabel={t('close')}
      onClose={() => acts.list(null)}
    >
      <div className={styles.body}>
        <Hint />
        {mayAsk && <AskForm />}
        {isHidden && questions.length > 0 && <Note>{t(isSecret ? 'talliesSecret' : 'talliesHidden')}</Note>}
        {questions.length === 0 && <p>{t('none')}</p>}
        <ol ref={list} tabIndex={-1} className={styles.list} aria-label={t('open')}>
          {open.map((question) => (
            <QuestionItem key={question.id} question={question} open={open} onLeave={leaving} />
          ))}
        </ol>
        {answered.length > 0 && (
          <details className={styles.answered}>
            <summary>{t('answeredOnes', { count: answered.length })}</summary>
            <ol className={styles.list}>
              {answered.map((question) => (
                <QuestionItem key={question.id} question={question} open={open} onLeave={leaving} />
              ))}
            </ol>
          </details>
        )}
      </div>
    </SidePane>
  );
}

/** Says what people do here, or why the viewer has no form for it. */
function Hint() {
  const t = useMessages('questions');
  const panel = useMessages('panel');
  const mayAsk = useMay('question.ask');
  const isOpen = useIsDebateOpen();
  const isMuted = useBoard(({ standing }) => standing?.muted === true);
  const role = useBoard(roleReasonOf);
  if (mayAsk) return <Note>{t('hint')}</Note>;
  if (!isOpen) return <Note>{t('hintOver')}</Note>;
  if (isMuted) return <Note>{t('hintMuted')}</Note>;
  return role && <Note>{panel(role)}</Note>;
}
