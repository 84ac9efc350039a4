import styles from './debate-sunburst.module.css';

interface DebateSunburstProps {
  readonly debateId: string;
  /** Changes with the picture, so that browsers can cache it. */
  readonly version: number;
}

/** The small picture of a debate's map; the text beside it says what it shows. */
export function DebateSunburst({ debateId, version }: DebateSunburstProps) {
  return (
    // biome-ignore lint/performance/noImgElement: a drawing of a few kilobytes needs no image server.
    <img
      className={styles.sunburst}
      src={`/api/debates/${encodeURIComponent(debateId)}/sunburst?v=${version}`}
      alt=""
      width={112}
      height={112}
      loading="lazy"
      decoding="async"
    />
  );
}
