import { useSpeech } from '../i18n/messages';

/** Numbers to call: the first at once, the others beside it. */
export function Phones(props: {
  readonly phones: readonly { readonly number: string; readonly extension: string | null }[];
  readonly of: string;
  readonly onCall?: () => void;
}) {
  const { t } = useSpeech();
  if (props.phones.length === 0) return <span className="no-phone">{t('ui.noPhone')}</span>;
  return props.phones.map(({ number, extension }) => {
    const shown = extension ? t('ui.extension', { number, extension }) : number;
    return (
      <a
        key={shown}
        className="call"
        onClick={props.onCall}
        href={`tel:${number.replace(/[^\d+]/g, '')}`}
        aria-label={t('ui.call', { place: props.of, number: shown })}
      >
        <bdi dir="ltr">{shown}</bdi>
      </a>
    );
  });
}
