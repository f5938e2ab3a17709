import { languages, type LanguageCode } from './languages';
import { useMessages, useSpeech } from './messages';

/** Each language is shown under its own name. A native select: small, and familiar to every user and screen reader. */
export function LanguageChooser() {
  const messages = useMessages();
  const { t, language } = useSpeech();
  return (
    <label className="language">
      <span className="for-screen-readers">{t('app.language')}</span>
      <select className="select" value={language} onChange={({ target }) => void messages.choose(target.value as LanguageCode)}>
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
