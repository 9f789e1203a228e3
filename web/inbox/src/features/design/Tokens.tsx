import tokens from '@shared/style/tokens.css?raw';
import styles from './DesignScreen.module.css';
import { Group, Specimen } from './Specimens';

const names = [...new Set(tokens.match(/--[\w-]+(?=:)/g))];
const like = (part: RegExp) => names.filter((name) => part.test(name));

const sizes = like(/^--t-/);
const spaces = like(/^--s\d/);
const radii = like(/^--r-/);
const shadows = like(/^--shadow/);
const others = new Set([...sizes, ...spaces, ...radii, ...shadows, ...like(/^--(font|mono|quick|calm|ease)$/)]);
const colors = names.filter((name) => !others.has(name));

/** Every token as it is in the theme that is on. */
export function Tokens() {
  return (
    <Group name="Tokens">
      <Specimen name="Colour">
        {colors.map((name) => (
          <div key={name} className={styles.token}>
            <span className={styles.swatch} style={{ background: `var(${name})` }} />
            <code>{name}</code>
          </div>
        ))}
      </Specimen>
      <Specimen name="Type">
        {sizes.map((name) => (
          <p key={name} style={{ fontSize: `var(${name})` }}>
            Anna asks 안나 спрашивает <code>{name}</code>
          </p>
        ))}
        <p style={{ fontFamily: 'var(--mono)' }}>
          Message-ID <code>--mono</code>
        </p>
      </Specimen>
      <Specimen name="Space">
        {spaces.map((name) => (
          <div key={name} className={styles.token}>
            <span className={styles.bar} style={{ width: `var(${name})` }} />
            <code>{name}</code>
          </div>
        ))}
      </Specimen>
      <Specimen name="Radius and shadow">
        {radii.map((name) => (
          <div key={name} className={styles.token}>
            <span className={styles.swatch} style={{ borderRadius: `var(${name})` }} />
            <code>{name}</code>
          </div>
        ))}
        {shadows.map((name) => (
          <div key={name} className={styles.token}>
            <span className={styles.swatch} style={{ boxShadow: `var(${name})` }} />
            <code>{name}</code>
          </div>
        ))}
      </Specimen>
    </Group>
  );
}
