import { apiUrl } from '../api/place';
import styles from './Avatar.module.css';

const hues = [258, 18, 152, 42, 205, 320, 88, 285, 175, 350];

const initials = (name: string) => {
  const words = name.replace(/[^\p{L}\p{N}\s]/gu, ' ').trim().split(/\s+/);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
};

const hue = (text: string) => {
  let sum = 0;
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return hues[sum % hues.length] ?? 258;
};

interface AvatarProps {
  name: string;
  /** Where the person's picture is; without one their initials stand on a colour that stays with the name. */
  picture?: string | null;
  size?: number;
  label?: string;
}

/** A person's picture or initials. The name stands beside it or in `label`. */
export function Avatar({ name, picture, size = 28, label }: AvatarProps) {
  return (
    <span
      className={styles.avatar}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      title={label}
      style={{ '--hue': hue(name), width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.38)) } as React.CSSProperties}
    >
      {initials(name)}
      {picture && <img src={picture.startsWith('blob:') ? picture : apiUrl(picture)} alt="" onError={({ currentTarget }) => (currentTarget.hidden = true)} />}
    </span>
  );
}
