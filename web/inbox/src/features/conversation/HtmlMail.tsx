import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@shared/ui/Button';
import { Skeleton } from '@shared/ui/Skeleton';
import styles from './HtmlMail.module.css';
import { cleanMail, mailPage } from './clean-mail';

/** A mail as its sender drew it, in a frame that runs no script and fetches nothing until it is asked to. */
export function HtmlMail({ html, title }: { html: string; title: string }) {
  const { t } = useTranslation();
  const [pictures, setPictures] = useState(false);
  const [mail, setMail] = useState<{ body: string; remote: number } | null>(null);
  const [height, setHeight] = useState(120);
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    let current = true;
    void cleanMail(html, pictures).then((cleaned) => {
      if (current) setMail(cleaned);
    });
    return () => {
      current = false;
    };
  }, [html, pictures]);

  const watch = useRef<ResizeObserver | null>(null);
  useEffect(() => () => watch.current?.disconnect(), []);
  const measure = () => {
    const body = frame.current?.contentDocument?.body;
    if (!body) return;
    watch.current?.disconnect();
    watch.current = new ResizeObserver(() => setHeight(Math.ceil(body.getBoundingClientRect().height) + 2));
    watch.current.observe(body);
  };

  if (!mail) return <Skeleton height={height} />;
  return (
    <div className={styles.mail}>
      {mail.remote > 0 && !pictures && (
        <div className={styles.pictures}>
          <span>{t('message.remote', { count: mail.remote })}</span>
          <Button size="s" icon="image" onClick={() => setPictures(true)}>
            {t('message.showRemote')}
          </Button>
        </div>
      )}
      <iframe
        ref={frame}
        title={title}
        className={styles.frame}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={mailPage(mail.body, pictures)}
        style={{ height }}
        onLoad={measure}
      />
    </div>
  );
}
