'use client';

import type { useTranslations as Typed } from 'use-intl';
import { useTranslations } from 'use-intl/react';

/**
 * Sentences of one namespace of the catalogue, in components that run in the browser. What is imported is the part for React
 * alone; its keys are held against the catalogue by the types of the whole.
 */
export const useMessages: typeof Typed = useTranslations;
