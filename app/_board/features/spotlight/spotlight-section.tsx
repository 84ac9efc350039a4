'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { canBeLit, PICTURES, pictureNamed } from '#domain/debate/meetings/spotlight.ts';
import { useClaim } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import polls from '../../core/forms/console-sections.module.css';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { useLitClaim } from './use-light.ts';

/** The spotlight: bringing everyone to the selected claim, leading quietly, and clearing it. */
export function SpotlightSection() {
  const t = useMessages('spotlight');
  const submit = useSubmit();
  const readable = useReadable();
  const lit = useLitClaim();
  const on = useBoard(({ replica }) => replica.view.spotlight?.on ?? '');
  const picture = pictureNamed(on);
  const question = useBoard(({ replica: { view } }) => view.questions.get(on));
  const id = useViewPart(({ selected }) => (selected?.kind === 'claim' ? selected.id : null));
  const selected = useClaim(id ?? '');
  const isLightable = useBoard(({ replica }) => id !== null && canBeLit(replica.view, id));
  const leads = useViewPart((view) => view.leading);
  const { lead } = useViewActs();
  // Nothing that another moderator has put there since.
  const clear = () => submit([{ type: 'spotlight.set', on: null, call: false, from: on }]);
  return (
    <Stack gap={5}>
      <section className={polls.part}>
        <h3>{t('inSpotlight')}</h3>
        {(lit ?? question) ? (
          <p dir="auto">{readable((lit ?? question)?.text ?? '')}</p>
        ) : (
          <p className={picture ? undefined : polls.hint}>{picture ? t(`picture.${picture}`) : t('none')}</p>
        )}
        {(lit || question || picture) && (
          <Button size="small" onClick={clear}>
            {t('out')}
          </Button>
        )}
      </section>
      <section className={polls.part}>
        <h3>{t('put')}</h3>
        {selected && isLightable ? (
          <>
            <p dir="auto">{readable(selected.text)}</p>
            <Row>
              <Button
                look="primary"
                title={t('moveEveryoneHint')}
                onClick={() => submit([{ type: 'spotlight.set', on: selected.id, call: true }])}
              >
                {t('moveEveryone')}
              </Button>
              <Button onClick={() => submit([{ type: 'spotlight.set', on: selected.id, call: false }])}>
                {t('put')}
              </Button>
            </Row>
            <p className={polls.hint}>{t('moveEveryoneHint')}</p>
          </>
        ) : (
          <p className={polls.hint}>{t('select')}</p>
        )}
        <Button aria-pressed={leads} onClick={() => lead(!leads)}>
          {t('lead')}
        </Button>
        <p className={polls.hint}>{t('leadHint')}</p>
      </section>
      <section className={polls.part}>
        <h3>{t('pictures')}</h3>
        <Row>
          {PICTURES.map((name) => (
            <Button
              key={name}
              aria-pressed={picture === name}
              onClick={() =>
                picture === name ? clear() : submit([{ type: 'spotlight.set', on: name, call: false }])
              }
            >
              {t(`picture.${name}`)}
            </Button>
          ))}
        </Row>
        <p className={polls.hint}>{t('picturesHint')}</p>
      </section>
    </Stack>
  );
}
