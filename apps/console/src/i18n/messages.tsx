import { setupI18n, type I18n } from '@lingui/core';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { createStore, useStore, type Store } from '../app/store';
import { setAriaTexts } from './aria-strings';
import { fetchTexts, type Area, type MessageId } from './catalogues';
import { createFormat, formatTag, type Format } from './format';
import { keptApart } from './kept-apart';
import { languageOf, type LanguageCode } from './languages';

/** The language of the interface, and the texts fetched so far. */
export interface Messages {
  readonly language: Store<LanguageCode>;
  readonly i18n: I18n;
  /** Fetches another area's texts, now and whenever the language changes. */
  need(area: Area): Promise<void>;
  choose(language: LanguageCode): Promise<void>;
}

/** Starts with the texts of the shell. */
export async function createMessages(first: LanguageCode): Promise<Messages> {
  const areas = new Set<Area>(['i18n']);
  const i18n = setupI18n();
  const language = createStore(first);
  const fetchAll = async (code: LanguageCode) => {
    const texts = await Promise.all([...areas].map((area) => fetchTexts(area, code)));
    i18n.load(code, Object.assign({}, ...texts) as Record<string, string>);
  };
  const choose = async (code: LanguageCode) => {
    await fetchAll(code);
    i18n.activate(code, formatTag(code));
    setAriaTexts((id) => i18n._(id));
    language.set(code);
  };
  await choose(first);
  return {
    language,
    i18n,
    choose,
    need: async (area) => {
      if (areas.has(area)) return;
      i18n.load(language.get(), await fetchTexts(area, language.get()));
      areas.add(area);
    },
  };
}

const MessagesContext = createContext<Messages | null>(null);

/** Provides the texts to all components, and sets the page's language and direction. */
export function MessagesProvider({ messages, children }: { readonly messages: Messages; readonly children: ReactNode }) {
  const code = useStore(messages.language);
  useEffect(() => {
    const { direction } = languageOf(code);
    Object.assign(document.documentElement, { lang: code, dir: direction });
  }, [code]);
  return <MessagesContext value={messages}>{children}</MessagesContext>;
}

/** Texts and formats for a component. */
export interface Speech {
  /** The text of a message, filled with values. */
  readonly t: (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;
  readonly format: Format;
  readonly language: LanguageCode;
}

/** The texts and formats of the current language. */
export function useSpeech(): Speech {
  const messages = useMessages();
  const language = useStore(messages.language);
  return useMemo(
    () => ({
      language,
      format: createFormat(language),
      t: (id, values) => messages.i18n._(id, keptApart(languageOf(language).direction, values)),
    }),
    [messages, language],
  );
}

/** The messages themselves, for components that change the language. */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('There is no language above this component.');
  return messages;
}
