import { useState, type ReactNode } from 'react';
import { clock } from '../../../app/clock/server-time';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import type { ShownHold } from '../queries';
import { sheetRow, type SheetRow } from './sheet-row';
import type { Shelters } from '../use-shelters';
import { timeText } from '../when';

/** A sheet to print, for the person who takes people to a place. */
export function Sheet(props: { readonly holds: readonly ShownHold[]; readonly shelters: Shelters; readonly onBack: () => void }) {
  const { t, format } = useSpeech();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const rows = props.holds.map((hold) => sheetRow(hold, props.shelters.get(hold.serviceId)));
  const toggle = (id: string) =>
    setLeft((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  return (
    <div className="sheet">
      <div className="holds-ways not-printed">
        <Button kind="main" autoFocus onPress={() => window.print()}>
          {t('holds.print')}
        </Button>
        <Button onPress={props.onBack}>{t('holds.back')}</Button>
      </div>
      {/* Beds that are not sure are not called held. */}
      <h1>{t(rows.every(({ acceptBy }) => acceptBy === null) ? 'holds.sheet.title' : 'holds.beds')}</h1>
      <p>{t('holds.asOf', { time: format.dateTime(new Date(clock.now())) })}</p>
      <ol className="sheet-rows">
        {rows.map((row) => (
          <li key={row.id} className={left.has(row.id) ? 'sheet-row not-printed sheet-left' : 'sheet-row'}>
            <Row row={row} />
            <label className="not-printed sheet-choice">
              <input type="checkbox" checked={!left.has(row.id)} onChange={() => toggle(row.id)} /> {t('holds.sheet.include')}
            </label>
          </li>
        ))}
      </ol>
      <p>{t('holds.sheet.note')}</p>
    </div>
  );
}

function Row({ row }: { readonly row: SheetRow }) {
  const speech = useSpeech();
  const { t } = speech;
  const time = (at: string) => timeText(speech, at, row.country, clock.now());
  return (
    <>
      <h2>{row.place ?? t('holds.unknownPlace')}</h2>
      {row.acceptBy === null ? (
        <p className="hold-deadline">{t('holds.until', { time: time(row.expiresAt) })}</p>
      ) : (
        <p className="hold-call">{t('holds.acceptBy', { time: time(row.acceptBy) })}</p>
      )}
      <dl className="hold-facts">
        <Fact term={t('holds.phone')}>
          {row.phones.length === 0
            ? t('ui.noPhone')
            : row.phones.map(({ number, extension }) => <Number key={number} number={number} extension={extension} />)}
        </Fact>
        <Fact term={t('holds.code')}>
          <bdi dir="ltr" className="hold-code">
            {row.code ?? '–'}
          </bdi>
        </Fact>
        <Fact term={t('holds.beds')}>{row.beds}</Fact>
        <Fact term={t('holds.sheet.address')}>
          {row.address ?? t(row.isConfidential ? 'holds.sheet.confidential' : 'holds.sheet.noAddress')}
        </Fact>
      </dl>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Number({ number, extension }: { readonly number: string; readonly extension: string | null }) {
  const { t } = useSpeech();
  return (
    <div>
      <bdi dir="ltr">{extension ? t('ui.extension', { number, extension }) : number}</bdi>
    </div>
  );
}
