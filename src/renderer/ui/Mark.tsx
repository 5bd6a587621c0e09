/** The mark: a flight of steps, and someone on the landing. */
export function Mark({ size = 18 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path
        className="mark-step"
        d="M2 27.5h6.5v-7.25h14.25V13H30"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle className="mark-point" cx="15.2" cy="13" r="3.5" />
    </svg>
  )
}
