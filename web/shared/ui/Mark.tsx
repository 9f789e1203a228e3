/** The product's mark. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M7 11.5 16 18l9-6.5M7 10.5h18v12H7z" fill="none" stroke="var(--accent-ink)" strokeWidth="2.2" strokeLinejoin="round" />
    </svg>
  );
}
