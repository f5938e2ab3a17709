import { Component, type ReactNode } from 'react';
import { useSpeech } from '../i18n/messages';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';

/** Catches an error of a screen, so that the menu and the exit stay usable. It reports nothing: the error may contain personal data. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError = () => ({ hasFailed: true });

  override render() {
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useSpeech();
  return (
    <Banner tone="danger" urgent>
      <p>{t('app.failed')}</p>
      <Button onPress={() => location.reload()}>{t('app.reload')}</Button>
    </Banner>
  );
}
