import styles from './Kbd.module.css';

const apple = /mac|iphone|ipad/i.test(navigator.userAgent);
const signs: Record<string, string> = { mod: apple ? '⌘' : 'Ctrl', Enter: '↵', Escape: 'Esc', Shift: '⇧' };

/** Keys the way keyboards print them: `g i` one after the other, `mod+k` together. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split(/[ +]/).map((key, index) => (
        <kbd key={index} className={styles.key}>
          {signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
        </kbd>
      ))}
    </span>
  );
}
