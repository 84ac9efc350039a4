'use client';

import { useCallback } from 'react';
import { isBlanked, withSigns } from '../../../domain/debate/tombstone.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';

/** Makes of a text what people read: where words were erased, it says so. */
export function useReadable(): (text: string) => string {
  const t = useMessages('claim');
  return useCallback((text) => (isBlanked(text) ? t('erasedText') : withSigns(text, t('erasedWords'))), [t]);
}
