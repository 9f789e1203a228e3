import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDark } from '@shared/style/theme';
import { Button } from '@shared/ui/Button';
import { cx } from '@shared/ui/cx';
import styles from './HtmlMail.module.css';
import { cleanMail, mailPage, type CleanMail } from './clean-mail';
import { useNear } from './useNear';

interface HtmlMailProps {
  html: string;
  /** Its words, which stand in its place while it is far off, so that they are found. */
  text: string;
  title: string;
}

/** A mail as its sender drew it, on white where it has colours of its own, in a frame that runs no script and fetches nothing until it is asked to. The frame is there only near the screen; its room stays. */
export function HtmlMail({ html, text, title }: HtmlMailProps) {
  const { t } = useTranslation();
  const [pictures, setPictures] = useState(false);
  const [mail, setMail] = useState<CleanMail | null>(null);
  const [height, setHeight] = useState(120);
  const box = useRef<HTMLDivElement>(null);
  const near = useNear(box);
  const dark = useDark();

  useEffect(() => {
    if (!near) return;
    let current = true;
    void cleanMail(html, pictures).then((cleaned) => {
      if (current) setMail(cleaned);
    });
    return () => {
      current = false;
    };
  }, [html, pictures, near]);

  return (
    <div ref={box} className={styles.mail}>
      {mail && mail.remote > 0 && !pictures && (
        <div className={styles.pictures}>
          <span>{t('message.remote', { count: mail.remote })}</span>
          <Button size="s" icon="image" onClick={() => setPictures(true)}>
            {t('message.showRemote')}
          </Button>
        </div>
      )}
      {near && mail ? (
        <Frame page={mailPage(mail.body, pictures, !mail.bare ? 'own' : dark ? 'dark' : 'light')} bare={mail.bare} title={title} height={height} onHeight={setHeight} />
      ) : (
        <div className={styles.room} style={{ height }}>
          {text}
        </div>
      )}
    </div>
  );
}

function Frame({ page, bare, title, height, onHeight }: { page: string; bare: boolean; title: string; height: number; onHeight: (height: number) => void }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const watch = useRef<ResizeObserver | null>(null);
  useEffect(() => () => watch.current?.disconnect(), []);
  const measure = () => {
    const body = frame.current?.contentDocument?.body;
    if (!body) return;
    watch.current?.disconnect();
    watch.current = new ResizeObserver(() => onHeight(Math.ceil(body.getBoundingClientRect().height) + 2));
    watch.current.observe(body);
  };
  return (
    <iframe
      ref={frame}
      title={title}
      className={cx(styles.frame, !bare && styles.sheet)}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={page}
      style={{ height }}
      onLoad={measure}
    />
  );
}
