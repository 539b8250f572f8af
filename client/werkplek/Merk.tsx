import './Merk.css';

/** The logo is the line of the product: done, done, now. */
export function Merk({ gemeente }: { gemeente?: string | undefined }) {
  return (
    <span className="merk">
      <svg viewBox="0 0 44 16" aria-hidden="true">
        <path d="M6 8h30" stroke="#cfbdff" strokeWidth="2" />
        <circle cx="6" cy="8" r="5" fill="#fff" />
        <circle cx="20" cy="8" r="5" fill="#fff" />
        <circle cx="36" cy="8" r="6" fill="none" stroke="#cfbdff" strokeWidth="2" />
        <circle cx="36" cy="8" r="3" fill="#cfbdff" />
      </svg>
      <span>
        Stand van Zaken
        {gemeente !== undefined && <small>{gemeente}</small>}
      </span>
    </span>
  );
}
