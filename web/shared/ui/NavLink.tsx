import type { ReactNode } from 'react';
import { Link } from '../router';
import { Icon, type IconName } from './Icon';
import styles from './NavLink.module.css';

interface NavLinkProps {
  to: string;
  icon: IconName;
  current: boolean;
  onClick?: () => void;
  children: ReactNode;
  /** What stands at the end, such as a count. */
  end?: ReactNode;
}

/** A place in the sidebar. */
export function NavLink({ to, icon, current, onClick, children, end }: NavLinkProps) {
  return (
    <Link to={to} className={styles.link} aria-current={current ? 'page' : undefined} onClick={onClick}>
      <Icon name={icon} />
      <span className={styles.name}>{children}</span>
      {end}
    </Link>
  );
}
