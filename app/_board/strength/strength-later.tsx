'use client';

import { lazyPart } from '../../_ui/lazy-part.ts';

/** The section about a claim's or position's strength, fetched after the rest of its panel. */
export const StrengthLater = lazyPart(async () => ({
  default: (await import('./strength-section.tsx')).StrengthSection,
}));
