import { useTranslation } from 'react-i18next';
import styles from './Skeleton.module.css';

/** A grey stand-in of the size of what is coming. */
export function Skeleton({ width = '100%', height = 12, round = false }: { width?: number | string; height?: number; round?: boolean }) {
  return <span aria-hidden="true" className={styles.bone} style={{ width, height, borderRadius: round ? height : undefined }} />;
}

/** Tells readers that something is loading, while eyes see its skeletons. */
export function Loading({ children, className }: { children: React.ReactNode; className?: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')} className={className}>
      {children}
    </div>
  );
}
