'use client';

import { type MouseEvent, useId } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Conclusion } from '#domain/debate/conclusion/conclusion.ts';
import { isWritten } from '#domain/debate/conclusion/signatures.ts';
import { isBlank } from '#domain/debate/texts/blank.ts';
import { CONCLUSION_SECTIONS, type ConclusionSection, conclusionText } from '#domain/debate/texts/texts.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useMay } from '../../core/claims/use-claim.ts';
import { useAfterJoining, useSubmit } from '../../core/commands/join-context.tsx';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { SidePane } from '../../core/view/side-pane.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { TextEditor } from '../../core/writing/text-editor.tsx';
import { useWritingOn } from '../../core/writing/use-writing-on.ts';
import { WritingToo } from '../../core/writing/writing-too.tsx';
import styles from './conclusion.module.css';
import { ConclusionText } from './conclusion-text.tsx';
import { Signatures } from './signatures.tsx';
import { useConclusion, useConclusionHint, useMayWriteConclusion } from './use-conclusion.ts';

/** The conclusion beside the debate: people write its sections together, and sign it for their positions. */
export default function ConclusionPane() {
  const t = useMessages('conclusion');
  const { list } = useViewActs();
  const conclusion = useConclusion();
  const hint = useConclusionHint();
  return (
    <SidePane className={styles.pane} label={t('title')} closeLabel={t('close')} onClose={() => list(null)}>
      <div className={styles.body}>
        <Note>{t(hint)}</Note>
        <Status conclusion={conclusion} />
        {conclusion &&
          CONCLUSION_SECTIONS.map((section) => (
            <Section key={section} section={section} conclusion={conclusion} />
          ))}
        {isWritten(conclusion) && <Signatures conclusion={conclusion} />}
      </div>
    </SidePane>
  );
}

/** For moderators: opens the conclusion for writing, and closes it. */
function Status({ conclusion }: { conclusion: Conclusion | null }) {
  const t = useMessages('conclusion');
  const submit = useSubmit();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  const maySet = useMay('conclusion.setStatus');
  if (!maySet) return null;
  const open = !conclusion?.open;
  const act = conclusion === null ? 'begin' : open ? 'reopen' : 'finish';
  const set = (event: MouseEvent) => {
    if (isRepeatedClick(event)) return;
    submit([{ type: 'conclusion.setStatus', open }], (refusal) => {
      announce(refusal ? sentence(refusal) : t(open ? 'opened' : 'finished'));
    });
  };
  return (
    <p className={styles.acts}>
      <Button look={conclusion === null ? 'primary' : 'plain'} size="small" onClick={set}>
        {t(`acts.${act}`)}
      </Button>
    </p>
  );
}

interface SectionProps {
  readonly section: ConclusionSection;
  readonly conclusion: Conclusion;
}

/** One section to read, and to write while the conclusion is open. */
function Section({ section, conclusion }: SectionProps) {
  const t = useMessages('conclusion');
  const afterJoining = useAfterJoining();
  const title = useId();
  const text = conclusion[section];
  const name = conclusionText(section);
  const [isWriting, setWriting] = useWritingOn(name);
  const mayWrite = useMayWriteConclusion();
  const heading = t(`sections.${section}`);
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h3 id={title} className={styles.heading}>
        {heading}
      </h3>
      {isWriting ? (
        <TextEditor
          written={{ type: 'conclusion.edit', section }}
          text={text}
          label={heading}
          placeholder={t(`prompts.${section}`)}
          look="field"
          onDone={() => setWriting(false)}
        />
      ) : (
        <>
          {isBlank(text) ? <p className={styles.empty}>{t('nothingYet')}</p> : <ConclusionText text={text} />}
          <WritingToo text={name} />
          {mayWrite && (
            <p className={styles.acts}>
              <Button
                look="quiet"
                size="small"
                aria-label={t('writeLabel', { section: heading })}
                onClick={() => afterJoining(() => setWriting(true))}
              >
                {t(isBlank(text) ? 'write' : 'edit')}
              </Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
