/** Outlines on a 20 × 20 grid, drawn with the current colour. */
const PATHS = {
  settings: 'M3 6h7M15 6h2M3 14h2M10 14h7M12.5 3.8v4.4M7.5 11.8v4.4',
  close: 'M5 5l10 10M15 5L5 15',
  search: 'M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3zM13.5 13.5L17 17',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  hidden: 'M3 3l14 14M8 5.3A9 9 0 0 1 10 5c5 0 8 5 8 5a14 14 0 0 1-2.4 2.8M5 6.7A14 14 0 0 0 2 10s3 5 8 5c1.5 0 2.8-.4 4-1',
  person: 'M10 3a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3.5 17c.6-3.5 3.2-5 6.5-5s5.9 1.5 6.5 5',
  rule: 'M3 4h14l-5.5 6.5V16l-3 1v-6.5z',
  note: 'M4 3h12v10l-4 4H4zM12 17v-4h4M7 7h6M7 10h4',
  thread: 'M3 4h14v9H9l-4 3.5V13H3z',
  site: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM2.5 10h15M10 2.5c5 5 5 10 0 15c-5-5-5-10 0-15',
  data: 'M3.5 5c0-3 13-3 13 0v10c0 3-13 3-13 0zM3.5 5c0 3 13 3 13 0M3.5 10c0 3 13 3 13 0',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9v5M10 6.2h.01',
  add: 'M10 4v12M4 10h12',
  trash: 'M3.5 5.5h13M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11',
  edit: 'M4 16l.8-3.6L13.5 3.7l2.8 2.8L7.6 15.2zM11.5 5.7l2.8 2.8',
  link: 'M8.5 11.5l3-3M7 9L4.5 11.5a2.8 2.8 0 0 0 4 4L11 13M13 11l2.5-2.5a2.8 2.8 0 0 0-4-4L9 7',
  down: 'M5 8l5 5 5-5',
  back: 'M12 4l-6 6 6 6',
  check: 'M4 10.5l4 4 8-9',
  open: 'M11 4h5v5M16 4l-7 7M14 11v5H4V6h5',
} as const;

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

/** A small line icon; decoration only, so the control around it needs a name of its own. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      class="postil-icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 2.5 : 1.6}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
