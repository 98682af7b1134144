/** The product's mark. */
export function Mark() {
  return (
    <span className="mark" aria-hidden="true">
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      >
        <path d="M7 3.5h7l4 4V20a.5.5 0 0 1-.5.5h-11A.5.5 0 0 1 6 20V4a.5.5 0 0 1 .5-.5z" strokeLinejoin="round" />
        <path d="m9 13.2 2.2 2.2 4-4.2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}
