import { GlanceSection } from './glance-section.tsx';
import { LabelsSection } from './labels-section.tsx';
import { OpinionsSection } from './opinions-section.tsx';
import { ParticipationSection } from './participation-section.tsx';
import { SwingSection } from './swing-section.tsx';

/** Sections of the analysis, in order. */
export const SECTIONS = [
  { id: 'groups', Section: OpinionsSection },
  { id: 'swing', Section: SwingSection },
  { id: 'participation', Section: ParticipationSection },
  { id: 'glance', Section: GlanceSection },
  { id: 'labels', Section: LabelsSection },
] as const;
