import i18next from 'i18next';
import { tell } from './toast';

/** Puts words on the clipboard and says so, or that this browser does not let us. */
export async function copy(text: string, done: string) {
  try {
    await navigator.clipboard.writeText(text);
    tell(done);
  } catch {
    tell(i18next.t('talk.notCopied'), { tone: 'bad' });
  }
}
