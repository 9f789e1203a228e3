import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface AskFirstProps {
  title: string;
  /** What it does. */
  children: ReactNode;
  /** What does it, and what does not where that is not just "Cancel". */
  does: string;
  not?: string;
  onDo: () => void;
  onClose: () => void;
}

/** Asks before something is done that is not undone by a key. The way back has the focus. */
export function AskFirst({ title, children, does, not, onDo, onClose }: AskFirstProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button data-focus="" onClick={onClose}>
            {not ?? t('cancel')}
          </Button>
          <Button
            kind="danger"
            onClick={() => {
              onClose();
              onDo();
            }}
          >
            {does}
          </Button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  );
}
