import { Fragment } from 'react';
import { useSpeech } from '../i18n/messages';

/** A phone number, and a note about it. */
interface ShownPhone {
  readonly number: string;
  readonly extension: string | null;
  /** null: the number cannot be parsed. */
  readonly dial?: string | null;
  readonly note?: string;
}

/** Phone numbers: the first is shown at once, the others are folded. A note about several numbers is shown once, after the last of them. */
export function Phones({
  phones,
  of,
  onCall,
}: {
  readonly phones: readonly ShownPhone[];
  readonly of: string;
  readonly onCall?: (() => void) | undefined;
}) {
  const { t } = useSpeech();
  if (phones.length === 0) return <span className="no-phone">{t('ui.noPhone')}</span>;
  return phones.map(({ number, extension, dial, note = '' }, i) => {
    const shown = extension ? t('ui.extension', { number, extension }) : number;
    return (
      <Fragment key={shown}>
        <a
          className="call"
          href={`tel:${dial ?? number.replace(/[^\d+]/g, '')}`}
          aria-label={t('ui.call', { place: of, number: shown })}
          onClick={onCall}
        >
          <bdi dir="ltr">{shown}</bdi>
        </a>{' '}
        {note !== '' && note !== phones[i + 1]?.note && <span>{note}</span>}
      </Fragment>
    );
  });
}
