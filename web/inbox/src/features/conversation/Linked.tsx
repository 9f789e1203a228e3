import styles from './MessageCard.module.css';

const links = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'])/g;
const special = /[.*+?^${}()|[\]\\]/g;

/** Plain text with its web addresses as links, and those it names by `@` set apart. */
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

function Named({ text, names }: { text: string; names: string[] }) {
  if (names.length === 0) return text;
  const named = new RegExp(`(@(?:${names.map((name) => name.replace(special, '\\$&')).join('|')}))`, 'gu');
  return text.split(named).map((part, index) =>
    index % 2 === 1 ? (
      <mark key={index} className={styles.mention}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
