import { Link } from 'react-router';

/** A way to somewhere, and what waits there. */
export interface Door {
  readonly to: string;
  readonly title: string;
  readonly hint?: string;
  /** Something there is new. */
  readonly marked?: boolean;
}

interface DoorsProps {
  readonly label: string;
  readonly doors: readonly Door[];
  /** Set apart from what stands above. */
  readonly apart?: boolean;
}

/** The ways from a page. */
export function Doors({ label, doors, apart = false }: DoorsProps) {
  return (
    <nav aria-label={label} className={apart ? 'rooms' : undefined}>
      <ul className="doors">
        {doors.map(({ to, title, hint, marked = false }) => (
          <li key={to}>
            <Link to={to}>
              <span>
                {title} {hint === undefined ? null : <small className={marked ? 'marked' : undefined}>{hint}</small>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
