'use client';

import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useIsActive, useMap } from '../scene/map-context.tsx';
import styles from './map-item.module.css';

interface MapItemProps {
  readonly box: FrontBox;
  readonly label: string;
  readonly selected: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  /** Content placed at the box's edges, which takes no room in it. */
  readonly edges?: ReactNode;
}

/** One box of the map as an element: an item of the tree for screen readers, placed by the scene. Its content reports its real height. */
export function MapItem({ box, label, selected, className, children, edges }: MapItemProps) {
  const { scene, roving, branch, seeHeight } = useMap();
  const active = useIsActive(box.id) || selected;
  const chosen = useViewPart((view) => view.chosen.has(box.id));
  const dimmed = branch !== null && !active && !branch.ids.has(box.id);
  const element = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { id, width, height, depth, place, siblings, folded } = box;

  useLayoutEffect(() => (element.current ? scene.place(id, element.current) : undefined), [scene, id]);
  useEffect(() => {
    const shown = content.current;
    const whole = element.current;
    if (!shown || !whole) return;
    const observer = new ResizeObserver(() => {
      const edges = whole.offsetHeight - whole.clientHeight;
      seeHeight(box, shown.offsetHeight + edges);
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [box, seeHeight]);

  return (
    <div
      ref={element}
      data-box={id}
      data-heading={box.kind === 'motion' || box.kind === 'position' ? '' : undefined}
      data-chosen={chosen ? '' : undefined}
      data-dimmed={dimmed ? '' : undefined}
      data-look={box.look}
      className={joinClasses(className, styles.item)}
      style={{ ...(dimmed ? {} : hueStyle(box.hue)), inlineSize: width, blockSize: height } as CSSProperties}
      role="treeitem"
      tabIndex={id === roving ? 0 : -1}
      aria-label={label}
      aria-level={depth + 1}
      aria-posinset={place}
      aria-setsize={siblings}
      // Only claims can be selected together with others.
      aria-selected={box.kind === 'claim' ? chosen : undefined}
      aria-current={selected ? 'true' : undefined}
      aria-expanded={box.children.length > 0 ? true : folded > 0 ? false : undefined}
    >
      <div ref={content} className={styles.content}>
        {children}
      </div>
      {edges}
    </div>
  );
}
