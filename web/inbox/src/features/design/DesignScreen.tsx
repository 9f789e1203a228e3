import { setTheme, useTheme } from '@shared/style/theme';
import { Segments } from '@shared/ui/Segments';
import { Actions } from './Actions';
import styles from './DesignScreen.module.css';
import { Fields } from './Fields';
import { Frames } from './Frames';
import { Tokens } from './Tokens';
import { Told } from './Told';

/** Every token and every shared component with its states, for those who build screens. Its words are samples, in English alone. */
export default function DesignScreen() {
  const theme = useTheme();
  return (
    <main className={styles.page} lang="en">
      <header className={styles.header}>
        <h1>Design</h1>
        <Segments label="Theme" options={(['light', 'dark', 'system'] as const).map((key) => ({ key, name: key }))} chosen={theme} onChoose={setTheme} />
      </header>
      <Tokens />
      <Actions />
      <Fields />
      <Told />
      <Frames />
    </main>
  );
}
