import type { Activity } from '../core/model/summary';

const BARS = 32; // at most; more bins than this are added up side by side

/** Adds neighbouring counts up until at most `most` are left. */
export function joinBins(counts: readonly number[], most: number): readonly number[] {
  const size = Math.max(1, Math.ceil(counts.length / most));
  const joined: number[] = [];
  counts.forEach((count, index) => {
    const at = Math.floor(index / size);
    joined[at] = (joined[at] ?? 0) + count;
  });
  return joined;
}

interface Props {
  readonly activity: Activity;
  /** What the plot shows, in words: it is the picture's text. */
  readonly label: string;
  /** px at most; few bars take less. */
  readonly width?: number;
  readonly height?: number;
}

/** Comments over time as small bars. */
export function ActivityPlot({ activity, label, width = 96, height = 26 }: Props) {
  const counts = joinBins(activity.counts, BARS);
  const most = Math.max(1, ...counts);
  const step = Math.min(8, width / Math.max(1, counts.length));
  // A few bars leave their room to the words beside them.
  const wide = Math.ceil(step * counts.length);
  return (
    <svg class="plot" width={wide} height={height} viewBox={`0 0 ${wide} ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      {counts.map((count, index) => {
        const tall = count === 0 ? 1 : Math.max(2, (count / most) * (height - 2));
        return <rect key={index} x={index * step} y={height - tall} width={Math.max(1, step - 2)} height={tall} fill="var(--ink-3)" />;
      })}
    </svg>
  );
}
