'use client';

import { useFormatter } from 'use-intl/react';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { Choice } from '../../core/forms/choice.tsx';

/** Options for a picture of the map. */
export interface PictureLook {
  readonly theme: 'light' | 'dark';
  /** Pixels. */
  readonly width: number;
}

const THEMES = ['light', 'dark'] as const;
/** For a page, a slide, a poster, a wall. */
const WIDTHS = [1_600, 3_200, 6_400, 12_800] as const;

export const USUAL_LOOK: PictureLook = { theme: 'light', width: 3_200 };

/** Chooses light or dark and, for a bitmap, its width in pixels. */
export function PictureChoice({
  look,
  sized,
  onChoose,
}: {
  look: PictureLook;
  sized: boolean;
  onChoose: (look: PictureLook) => void;
}) {
  const t = useMessages('exporting');
  const format = useFormatter();
  return (
    <>
      <Choice
        label={t('theme')}
        options={THEMES.map((theme) => [theme, t(theme)] as const)}
        chosen={look.theme}
        onChoose={(theme) => onChoose({ ...look, theme })}
      />
      {sized && (
        <Field label={t('width')} hint={t('widthHint')}>
          {(tie) => (
            <select
              {...tie}
              value={look.width}
              onChange={({ target }) => onChoose({ ...look, width: Number(target.value) })}
            >
              {WIDTHS.map((width) => (
                <option key={width} value={width}>
                  {t('pixels', { width: format.number(width) })}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}
