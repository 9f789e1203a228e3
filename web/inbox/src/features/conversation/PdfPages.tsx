import { getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import DrawingWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs?worker';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '@shared/ui/Notice';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import styles from './Preview.module.css';
import { useNear } from './useNear';

/** A PDF drawn on canvases by a worker of our own. No script of the file runs, and nothing it names is fetched. */
export default function PdfPages({ bytes }: { bytes: Blob }) {
  const { t } = useTranslation();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [ratio, setRatio] = useState(1.414);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let current = true;
    const port = new DrawingWorker();
    const worker = PDFWorker.create({ port });
    const open = async () => {
      const task = getDocument({ data: await bytes.arrayBuffer(), worker, isEvalSupported: false, enableXfa: false });
      const opened = await task.promise;
      const { width, height } = (await opened.getPage(1)).getViewport({ scale: 1 });
      if (!current) return;
      setRatio(height / width);
      setPdf(opened);
    };
    open().catch(() => current && setFailed(true));
    return () => {
      current = false;
      worker.destroy();
      port.terminate();
    };
  }, [bytes]);

  if (failed) return <Banner tone="warn">{t('talk.pdfFailed')}</Banner>;
  if (!pdf)
    return (
      <Loading>
        <Skeleton height={320} />
      </Loading>
    );
  return (
    <div className={styles.pages}>
      {Array.from({ length: pdf.numPages }, (_, index) => (
        <PdfPage key={index} pdf={pdf} at={index + 1} ratio={ratio} />
      ))}
    </div>
  );
}

/** One page, drawn while it is near the screen. */
function PdfPage({ pdf, at, ratio }: { pdf: PDFDocumentProxy; at: number; ratio: number }) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const near = useNear(box, '600px 0px');
  const [own, setOwn] = useState(ratio);
  const [words, setWords] = useState('');

  useEffect(() => {
    const drawn = canvas.current;
    if (!near || !drawn) return;
    let current = true;
    let drawing: ReturnType<PDFPageProxy['render']> | null = null;
    const draw = async () => {
      const page = await pdf.getPage(at);
      const plain = page.getViewport({ scale: 1 });
      if (!current) return;
      setOwn(plain.height / plain.width);
      const viewport = page.getViewport({ scale: (drawn.clientWidth * Math.min(devicePixelRatio, 2)) / plain.width });
      Object.assign(drawn, { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) });
      drawing = page.render({ canvas: drawn, viewport });
      await drawing.promise;
      const { items } = await page.getTextContent();
      if (current) setWords(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    };
    draw().catch(() => undefined); // stopped because it went off the screen, or a page that cannot be drawn stays white
    return () => {
      current = false;
      drawing?.cancel();
      drawn.width = 0; // gives its memory back
    };
  }, [near, pdf, at]);

  return (
    <figure ref={box} className={styles.page} style={{ aspectRatio: `1 / ${own}` }}>
      <canvas ref={canvas} role="img" aria-label={t('talk.pageOf', { at, of: pdf.numPages })} style={{ aspectRatio: `1 / ${own}` }} />
      <figcaption className="visually-hidden">{words}</figcaption>
    </figure>
  );
}
