import styles from './Linked.module.css';

const links = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'])/g;

/** Words in which colleagues are named, their names apart. */
function Named({ text, names }: { text: string; names: string[] }) {
  const signs = names.map((name) => `@${name}`);
  const at = signs.length > 0 ? new RegExp(`(${signs.map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`) : null;
  return at ? text.split(at).map((part, index) => (index % 2 === 1 ? <mark key={index} className={styles.name}>{part}</mark> : part)) : text;
}

/** Plain text with its web addresses as links, and whom it mentions. */
export function Linked({ text, names = [] }: { text: string; names?: string[] }) {
  return text.split(links).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      <Named key={index} text={part} names={names} />
    ),
  );
}
