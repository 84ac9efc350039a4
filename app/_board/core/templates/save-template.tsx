'use client';

import { useMemo, useState } from 'react';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { templateOf } from '#domain/formats/template/template-of.ts';
import { TEMPLATE_PARTS, type TemplatePart } from '#domain/formats/template/template-parts.ts';
import { DownloadPart } from '../download/download-part.tsx';
import styles from '../forms/manage.module.css';
import { useBoard } from '../store/board-context.tsx';

/** Saves the shape of the debate as a file, with the parts that are chosen. `at`: as of an entry in the past. */
export function SaveTemplate({ at }: { readonly at?: number | undefined }) {
  const t = useMessages('templates');
  const debateId = useBoard((state) => state.debateId);
  const view = useBoard(({ replica }) => replica.view);
  const template = useMemo(() => templateOf(view), [view]);
  const [left, setLeft] = useState<readonly TemplatePart[]>([]);
  const countOf = (part: TemplatePart) => (Array.isArray(template[part]) ? template[part].length : 1);
  const chosen = TEMPLATE_PARTS.filter((part) => countOf(part) > 0 && !left.includes(part));
  const asked = new URLSearchParams({
    format: 'template',
    parts: chosen.join(),
    ...(at !== undefined && { at: `${at}` }),
  });
  const address = `/api/debates/${debateId}/export?${asked}`;
  return (
    <Stack gap={3}>
      <fieldset className={styles.choices}>
        <legend>{t('choose')}</legend>
        {TEMPLATE_PARTS.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={chosen.includes(part)}
              disabled={countOf(part) === 0}
              onChange={({ target }) =>
                setLeft(target.checked ? left.filter((one) => one !== part) : [...left, part])
              }
            />
            {t(`part.${part}`, { count: countOf(part) })}
          </label>
        ))}
      </fieldset>
      {chosen.length === 0 ? (
        <p role="alert">{t('noPart')}</p>
      ) : (
        <DownloadPart key={address} address={address} />
      )}
    </Stack>
  );
}
