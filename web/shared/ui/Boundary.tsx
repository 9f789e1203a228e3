import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from './Notice';

interface BoundaryProps {
  children: ReactNode;
  /** Told in place of saying it here. */
  onBroken?: () => void;
}

/** Where what it holds cannot be shown, a part that did not load among others, it says so there and the rest of the screen stays. */
export class Boundary extends Component<BoundaryProps, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? true };
  }

  override componentDidCatch() {
    this.props.onBroken?.();
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return this.props.onBroken ? null : <Broken error={this.state.error} />;
  }
}

/** What did not load is asked for anew only by a page that is. */
function Broken({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return <LoadError what={t('error.broken')} error={error} onRetry={() => location.reload()} />;
}
