'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Segment, Segments } from '#app/_ui/segments.tsx';
import { RELATIONS, type Relation } from '#domain/debate/map/link.ts';
import { BearingSign } from '../claims/bearing-sign.tsx';

interface RelationToggleProps {
  /** `null`: none is selected yet. */
  readonly relation: Relation | null;
  readonly onChange: (relation: Relation) => void;
}

/** Toggle between for and against. */
export function RelationToggle({ relation, onChange }: RelationToggleProps) {
  const t = useMessages('claim');
  const segments = RELATIONS.map(
    (value): Segment<Relation> => ({
      value,
      label: (
        <>
          <BearingSign bearing={value} />
          {t(value)}
        </>
      ),
      color: `var(--${value})`,
    }),
  );
  return <Segments label={t('relationLabel')} segments={segments} chosen={relation} onChoose={onChange} />;
}
