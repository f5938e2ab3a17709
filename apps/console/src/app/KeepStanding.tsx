import { Component, type ReactNode } from 'react';
import { useSpeech } from '../i18n/messages';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';

/** Catches what breaks a screen, so that the menu and the way out stay. Nothing of it is reported anywhere: it may tell of a person. */
export class KeepStanding extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
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
