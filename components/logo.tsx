/** The mark of Postil: a speech bubble with the marker bar before two lines. Follows the theme. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M3 2h14a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9l-4 4v-4H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z" fill="var(--ink)" />
      <rect x="5" y="5" width="2.6" height="6" rx="1" fill="var(--marker)" />
      <rect x="9" y="5.2" width="6" height="1.6" rx=".8" fill="var(--paper)" />
      <rect x="9" y="9" width="4.5" height="1.6" rx=".8" fill="var(--paper)" />
    </svg>
  );
}
