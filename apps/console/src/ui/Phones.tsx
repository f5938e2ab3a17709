import { Fragment } from 'react';
import { useSpeech } from '../i18n/messages';

/** A number to call, and what to know before. */
interface ShownPhone {
  readonly number: string;
  readonly extension: string | null;
  /** null: the number is not understood. */
  readonly dial?: string | null;
  readonly note?: string;
}

/** Numbers to call: the first at once, the others beside it. What is true of several is said once, after the last of them. */
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
